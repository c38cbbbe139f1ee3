package io.jinqiao.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.PartnerId;
import io.jinqiao.opinion.OpinionSettings.Format;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpinionSettingsTest {
    private static final PartnerId OTHER = new PartnerId("other-bank");

    @Test
    void everyBankIsSentTheFirstFormatUnlessItsOwnIsNamed() {
        OpinionSettings settings = settings(Map.of(Approvals.BANK.value(), Format.PDF), Format.OFD, Format.PDF);

        assertThat(settings.formatsFor(OTHER)).containsExactly(Format.OFD, Format.PDF);
        assertThat(settings.formatsFor(Approvals.BANK)).containsExactly(Format.PDF, Format.OFD);
    }

    @Test
    void refusesToSendWhatIsNotMade() {
        assertThatThrownBy(() -> settings(Map.of(Approvals.BANK.value(), Format.OFD), Format.PDF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jinqiao.opinion.bank-formats");
    }

    private static OpinionSettings settings(Map<String, Format> banks, Format... formats) {
        return new OpinionSettings("示范市住房公积金中心", "", "", "", "", "", false, List.of(formats), false, "", "", Map.of(), banks);
    }
}
