package io.jinqiao.opinion;

import io.jinqiao.signing.AcceptsDevelopmentCertificates;
import io.jinqiao.signing.TrustMaterial;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Checks with the configured roots, revocation lists and organisations. */
@Component
class ConfiguredLicenceChecks implements LicenceChecks {
    private static final ZoneId CENTRE = ZoneId.of("Asia/Shanghai");

    private final TrustMaterial trust;
    private final boolean developmentAccepted;
    private final LicenceSettings settings;
    private final Clock clock;
    private final Clock business;

    ConfiguredLicenceChecks(
            TrustMaterial trust,
            Optional<AcceptsDevelopmentCertificates> development,
            LicenceSettings settings,
            Clock clock,
            @Qualifier("businessClock") Clock business) {
        this.trust = trust;
        this.developmentAccepted = development.isPresent();
        this.settings = settings;
        this.clock = clock;
        this.business = business;
    }

    @Override
    public SealedLicence verify(byte[] file) {
        return OpinionVerification.licence(
                file,
                new VerificationBasis(
                        trust.anchors(),
                        trust.lists(),
                        developmentAccepted,
                        settings.organisations(),
                        null,
                        clock.instant(),
                        LocalDate.ofInstant(business.instant(), CENTRE)));
    }
}
