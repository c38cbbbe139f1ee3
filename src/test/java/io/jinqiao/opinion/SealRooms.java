package io.jinqiao.opinion;

import io.jinqiao.opinion.OpinionSettings.Format;
import io.jinqiao.signing.AcceptsDevelopmentCertificates;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.Signing;
import io.jinqiao.signing.TimeStamps;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The seal room put together without Spring. */
final class SealRooms {
    private SealRooms() {}

    static OpinionSettings settings(Format... formats) {
        return settings(false, false, formats);
    }

    static OpinionSettings settings(boolean pdfSm2, boolean timeStamp, Format... formats) {
        return new OpinionSettings(
                "示范市住房公积金中心",
                "贷款审批专用章",
                "centre-seal-rsa",
                "委贷手续费结算专用章",
                "centre-seal-fee-rsa",
                "centre-seal-sm2",
                pdfSm2,
                List.of(formats),
                timeStamp,
                "",
                "https://verify.example.invalid/opinion",
                Map.of(),
                Map.of());
    }

    /** Names of banks as their folders have them. */
    static final BankTitles TITLES = bank -> java.util.Optional.of("示范银行").filter(title -> bank.equals(Approvals.BANK));

    /** @param beans what the context would have: devices, keys, signing, the development's permission */
    static SealDevices devices(OpinionSettings settings, Map<String, Object> beans) {
        StaticListableBeanFactory factory = new StaticListableBeanFactory(beans);
        return new SealDevices(
                settings,
                factory.getBeanProvider(SealDevice.class),
                factory.getBeanProvider(Sm2SealDevice.class),
                factory.getBeanProvider(Keys.class),
                factory.getBeanProvider(Signing.class),
                factory.getBeanProvider(TimeStamps.class),
                factory.getBeanProvider(AcceptsDevelopmentCertificates.class));
    }
}
