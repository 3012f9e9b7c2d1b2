package school.tandem.roster.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import school.tandem.roster.Invitation;
import school.tandem.ui.Copyable;
import school.tandem.ui.Texts;

/** Gets an invitation to whom it is for: by e-mail where a mail server is set, always as a link. */
@SpringComponent
class InvitationPost {

    private static final Logger LOG = LoggerFactory.getLogger(InvitationPost.class);

    private final ObjectProvider<JavaMailSender> mail;
    private final String from;

    InvitationPost(
            ObjectProvider<JavaMailSender> mail,
            @Value("${tandem.mail.from:${spring.mail.username:}}") String from) {
        this.mail = mail;
        this.from = from;
    }

    /** Sends it if that can be done, and gives what to show: whether it was sent, and the link. */
    Component deliver(Invitation invitation) {
        Texts texts = Texts.here();
        String link = invitation.link(baseUrl());
        String said =
                mail.getIfAvailable() == null ? "none" : send(invitation, link) ? "sent" : "failed";
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
        SimpleMailMessage message = new SimpleMailMessage();
        message.setTo(invitation.email());
        if (!from.isEmpty()) {
            message.setFrom(from);
        }
        message.setSubject(texts.get("roster.invite.mail.subject"));
        message.setText(
                texts.get("roster.invite.mail.text", "name", invitation.name(), "link", link));
        try {
            mail.getObject().send(message);
            return true;
        } catch (MailException notSent) {
            LOG.warn("An invitation could not be sent by e-mail", notSent);
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
