package io.jinqiao.credit.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.credit.Side;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutiesTest {
    private static Duties duties(Side reporter, Side notifier, Side objections, String agreement) {
        return new Duties(reporter, notifier, objections, agreement, new Duties.NoticeTerms(List.of(Channel.LETTER), Duties.Suffices.DELIVERY, 10, false));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            BANK,   CENTRE, CENTRE
            CENTRE, BANK,   CENTRE
            CENTRE, CENTRE, BANK""")
    void eachDutyIsTheBanksByItself(Side reporter, Side notifier, Side objections) {
        Duties agreed = duties(reporter, notifier, objections, "协2026-1");
        assertThat(agreed.bankReports()).isEqualTo(reporter == Side.BANK);
        assertThat(agreed.bankTells()).isEqualTo(notifier == Side.BANK);
        assertThat(agreed.bankAnswers()).isEqualTo(objections == Side.BANK);
    }

    @Test
    void withoutAnAgreementTheBankHasNone() {
        Duties said = duties(Side.BANK, Side.BANK, Side.BANK, null);
        assertThat(said.bankReports() || said.bankTells() || said.bankAnswers()).isFalse();
    }
}
