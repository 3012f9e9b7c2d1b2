package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import school.tandem.roster.Invitation;
import school.tandem.ui.Copyable;
import school.tandem.ui.Mail;
import school.tandem.ui.Mail.Letter;
import school.tandem.ui.Texts;

/** Gets an invitation to whom it is for: by e-mail where a mail server is set, always as a link. */
@SpringComponent
class InvitationPost {

    private static final Logger LOG = LoggerFactory.getLogger(InvitationPost.class);

    private final Mail mail;

    InvitationPost(Mail mail) {
        this.mail = mail;
    }

    /** Sends it if that can be done, and gives what to show: whether it was sent, and the link. */
    Component deliver(Invitation invitation) {
        Texts texts = Texts.here();
        String link = invitation.link(baseUrl());
        String said = !mail.works() ? "none" : send(invitation, link) ? "sent" : "failed";
        Div shown =
                new Div(
                        new Paragraph(
                                texts.get(
                                        "roster.invite." + said,
                                        "name",
                                        invitation.name(),
                                        "email",
                                        invitation.email())),
                        new Copyable(texts.get("roster.invite.link"), link),
                        new Paragraph(texts.get("roster.invite.once")));
        shown.addClassName("invitation");
        return shown;
    }

    /** Whether a mail server took it. */
    boolean send(Invitation invitation, String link) {
        Texts texts = Texts.here();
        try {
            mail.send(
                    new Letter(
                            invitation.email(),
                            texts.get("roster.invite.mail.subject"),
                            texts.get(
                                    "roster.invite.mail.text",
                                    "name",
                                    invitation.name(),
                                    "link",
                                    link),
                            null));
            return true;
        } catch (MailException notSent) {
            LOG.warn(
                    "An invitation could not be sent by e-mail: {}",
                    notSent.getMostSpecificCause().getClass().getSimpleName());
            return false;
        }
    }

    private static String baseUrl() {
        return ServletUriComponentsBuilder.fromContextPath(
                        VaadinServletRequest.getCurrent().getHttpServletRequest())
                .build()
                .toUriString();
    }
}
