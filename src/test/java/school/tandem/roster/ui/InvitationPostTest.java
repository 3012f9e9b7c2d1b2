package school.tandem.roster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import school.tandem.roster.Invitation;
import school.tandem.ui.Mail;

class InvitationPostTest {

    private static final Invitation INVITATION =
            new Invitation("Ines Vega", "ines@school.example", "secret");

    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Test
    void theLinkReachesWhoIsInvited() throws Exception {
        var link = INVITATION.link("https://tandem.example");
        assertThat(post(MAIL.getSmtp().getPort()).send(INVITATION, link)).isTrue();
        var message = MAIL.getReceivedMessages()[0];
        assertThat(message.getAllRecipients()[0].toString()).isEqualTo("ines@school.example");
        assertThat(message.getFrom()[0].toString()).isEqualTo("tandem@school.example");
        assertThat(message.getContent().toString())
                .contains("Ines Vega")
                .contains("https://tandem.example/join/secret");
    }

    @Test
    void aMailServerThatIsNotThereIsNoDisaster() {
        assertThat(post(1).send(INVITATION, "https://tandem.example/join/secret")).isFalse();
    }

    @Test
    void theSecretIsNotPrintedByAccident() {
        assertThat(INVITATION.toString()).doesNotContain("secret");
    }

    private static InvitationPost post(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var beans = new StaticListableBeanFactory();
        beans.addBean("mail", sender);
        return new InvitationPost(
                new Mail(beans.getBeanProvider(JavaMailSender.class), "tandem@school.example"));
    }
}
