package io.jinqiao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.workbench.simulate.credit.report.Seal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;

class CreditFileKeyTest {
    private static final byte[] KEY = "fedcba9876543210".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TEXT = "征信报送 ".repeat(1000).getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource(Seal.Mode.class)
    void whatItSealsTheCenterOpensAndTheOtherWayRound(Seal.Mode mode) throws IOException, GeneralSecurityException {
        CreditFileKey ours = new CreditFileKey(HexFormat.of().formatHex(KEY), mode.name().toLowerCase(java.util.Locale.ROOT));
        Seal theirs = new Seal(mode, KEY);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = ours.seal(sealed)) {
            out.write(TEXT);
        }
        assertThat(theirs.open(sealed.toByteArray())).isEqualTo(TEXT);
        assertThat(ours.open(new ByteArrayInputStream(theirs.close(TEXT))).readAllBytes()).isEqualTo(TEXT);
    }

    @Test
    void aKeyOfAnotherLengthOrAnotherModeStopsTheStart() {
        assertThatThrownBy(() -> new CreditFileKey("0011", "cbc")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CreditFileKey(HexFormat.of().formatHex(KEY), "gcm")).isInstanceOf(IllegalArgumentException.class);
    }
}
