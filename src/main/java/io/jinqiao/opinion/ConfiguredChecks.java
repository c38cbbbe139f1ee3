package io.jinqiao.opinion;

import io.jinqiao.message.Digest;
import io.jinqiao.message.Money;
import io.jinqiao.signing.AcceptsDevelopmentCertificates;
import io.jinqiao.signing.TrustMaterial;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks with the configured roots and revocation lists and the room's own records. */
@Component
class ConfiguredChecks implements DocumentChecks {
    private static final ZoneId CENTRE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient db;
    private final TrustMaterial trust;
    private final boolean developmentAccepted;
    private final Set<String> organisations;
    private final Clock clock;
    private final Clock business;

    ConfiguredChecks(
            JdbcClient db,
            TrustMaterial trust,
            Optional<AcceptsDevelopmentCertificates> development,
            OpinionSettings settings,
            VerificationSettings verification,
            Clock clock,
            @Qualifier("businessClock") Clock business) {
        this.db = db;
        this.trust = trust;
        this.developmentAccepted = development.isPresent();
        this.organisations = new HashSet<>(verification.organisations());
        this.organisations.add(settings.centre());
        this.clock = clock;
        this.business = business;
    }

    @Override
    public DocumentVerdict verify(byte[] file) {
        Digest digest = Digest.of(file);
        return OpinionVerification.verify(
                file,
                new VerificationBasis(
                        trust.anchors(),
                        trust.lists(),
                        developmentAccepted,
                        organisations,
                        number -> record(number, digest),
                        clock.instant(),
                        LocalDate.ofInstant(business.instant(), CENTRE)));
    }

    /** The record, with the digest of this file when it is one of those that were issued, else of the one that was. */
    private Optional<OpinionRecord> record(String opinionNo, Digest file) {
        boolean issued = db.sql("SELECT count(*) FROM opinion_document WHERE digest = :digest")
                        .param("digest", file.hex())
                        .query(Long.class)
                        .single()
                > 0;
        return db.sql("SELECT opinion_no, version, amount_fen, months, valid_to, standing, digest FROM opinion_fact_opinion"
                        + " WHERE opinion_no = :no")
                .param("no", opinionNo)
                .query((row, n) -> record(row, issued ? file : new Digest(row.getString("digest"))))
                .optional();
    }

    private static OpinionRecord record(ResultSet row, Digest file) throws SQLException {
        return new OpinionRecord(
                row.getString("opinion_no"),
                row.getInt("version"),
                new Money(row.getLong("amount_fen")),
                row.getInt("months"),
                row.getObject("valid_to", LocalDate.class),
                IssuedOpinion.Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT).replace('-', '_')),
                file);
    }
}
