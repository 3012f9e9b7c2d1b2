package school.tandem.ui;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** E-mail, where a mail server is set. */
@Component
public class Mail {

    /**
     * A message of plain text.
     *
     * @param calendar what calendar programs read in it; null: nothing
     */
    public record Letter(
            String to, String subject, String text, @Nullable CalendarMessage calendar) {}

    /**
     * An invitation that mail programs show with the event (RFC 6047).
     *
     * @param method REQUEST or CANCEL, as in the text
     * @param text iCalendar
     */
    public record CalendarMessage(String method, String text) {}

    private final ObjectProvider<JavaMailSender> server;
    private final String from;

    /**
     * @param from the sender's address; empty: the mail server's own default
     */
    public Mail(
            ObjectProvider<JavaMailSender> server,
            @Value("${tandem.mail.from:${spring.mail.username:}}") String from) {
        this.server = server;
        this.from = from;
    }

    /** Whether a mail server is set. */
    public boolean works() {
        return server.getIfAvailable() != null;
    }

    /** The address that messages come from; empty: none is set. */
    public String from() {
        return from;
    }

    /**
     * Hands a message to the mail server.
     *
     * @throws MailException if it did not take it
     */
    public void send(Letter letter) {
        JavaMailSender sender = server.getObject();
        MimeMessage message = sender.createMimeMessage();
        try {
            if (!from.isEmpty()) {
                message.setFrom(from);
            }
            message.setRecipients(MimeMessage.RecipientType.TO, letter.to());
            message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            message.setHeader("Auto-Submitted", "auto-generated");
            CalendarMessage calendar = letter.calendar();
            if (calendar == null) {
                message.setText(letter.text(), StandardCharsets.UTF_8.name());
            } else {
                message.setContent(
                        new MimeMultipart("alternative", plain(letter.text()), part(calendar)));
            }
        } catch (MessagingException bad) {
            throw new MailPreparationException(bad);
        }
        sender.send(message);
    }

    private static MimeBodyPart plain(String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name());
        return part;
    }

    private static MimeBodyPart part(CalendarMessage calendar) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(
                        new ByteArrayDataSource(
                                calendar.text().getBytes(StandardCharsets.UTF_8),
                                "text/calendar; charset=UTF-8; method=" + calendar.method())));
        return part;
    }
}
