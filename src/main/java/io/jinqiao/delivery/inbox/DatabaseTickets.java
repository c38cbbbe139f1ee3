package io.jinqiao.delivery.inbox;

import io.jinqiao.delivery.Tickets;
import io.jinqiao.message.Digest;
import io.jinqiao.message.PartnerId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps digests only: whoever reads the table learns no token. */
@Component
final class DatabaseTickets implements Tickets {
    /** Nobody guesses 256 bits. */
    private static final int BYTES = 32;

    private final JdbcClient sql;
    private final SecureRandom random = new SecureRandom();

    DatabaseTickets(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String give(PartnerId partner, Instant now, Instant expiresAt) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql("DELETE FROM delivery_ticket WHERE partner = :partner AND expires_at <= :now")
                .param("partner", partner.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        sql.sql("INSERT INTO delivery_ticket (partner, token_digest, expires_at) VALUES (:partner, :digest, :expires)")
                .param("partner", partner.value())
                .param("digest", digest(token))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    @Override
    public boolean good(PartnerId partner, String token, Instant now) {
        return sql.sql("SELECT count(*) FROM delivery_ticket WHERE partner = :partner AND token_digest = :digest AND expires_at > :now")
                .param("partner", partner.value())
                .param("digest", digest(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single()
                > 0;
    }

    private static byte[] digest(String token) {
        return Digest.of(token.getBytes(StandardCharsets.UTF_8)).bytes();
    }
}
