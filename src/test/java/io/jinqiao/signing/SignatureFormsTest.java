package io.jinqiao.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SignatureFormsTest {

    @Property(tries = 200)
    void goesThereAndBack(@ForAll @Size(64) byte[] raw) {
        assertThat(SignatureForms.derToRaw(SignatureForms.rawToDer(raw))).isEqualTo(raw);
    }

    @Test
    void refusesWhatIsNeither() {
        assertThatThrownBy(() -> SignatureForms.derToRaw(new byte[64])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignatureForms.rawToDer(new byte[63])).isInstanceOf(IllegalArgumentException.class);
    }
}
