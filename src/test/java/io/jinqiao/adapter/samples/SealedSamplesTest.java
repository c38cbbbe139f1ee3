package io.jinqiao.adapter.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.workbench.samples.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages in a digital envelope beside the same messages without one. */
class SealedSamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"loan-application.existing-home", "loan-application.pre-sold-home", "decision-notice.rejected", "approval-opinion.first-version"})
    void isTheSameMessageAsThroughABankThatSealsNothing(String name) {
        Sample sealed = sample("psbc", name);
        Sample open = sample("icbc", name);
        assertThat(sealed.listener().decode(sealed.framed())).isEqualTo(open.listener().decode(open.framed()));
    }

    @Test
    void knowsNoNumberAndNoContentBeforeItIsOpened() {
        Sample sample = sample("psbc", "loan-application.existing-home");
        Framed framed = sample.listener().open(sample.request());
        assertThat(framed.sealed()).isNotNull();
        assertThat(framed.glimpse().id()).isNull();
        assertThatThrownBy(framed::id).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ShippedFolders.dialect("psbc").decode(framed)).isInstanceOf(RuntimeException.class);
    }

    private static Sample sample(String partner, String name) {
        return ShippedSamples.named(partner, name);
    }
}
