package io.jinqiao.signing.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.signing.TestAuthority;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainsTest {
    private final TestAuthority root = TestAuthority.root("root");
    private final Chains chains = new Chains(List.of(root.certificate));

    @Test
    void keepsAPathOnceFound() {
        KnownCertificate leaf = KnownCertificate.of(root.signer("leaf"));
        Optional<List<KnownCertificate>> first = chains.path(leaf, TestAuthority.NOW);
        assertThat(first.orElseThrow()).hasSize(2);
        assertThat(chains.path(leaf, TestAuthority.NOW).orElseThrow()).isSameAs(first.get());
        assertThat(chains.kept()).isEqualTo(1);
    }

    @Test
    void keepsNoRefusals() {
        KnownCertificate stranger = KnownCertificate.of(TestAuthority.root("other").signer("leaf"));
        assertThat(chains.path(stranger, TestAuthority.NOW)).isEmpty();
        assertThat(chains.kept()).isZero();
    }

    @Test
    void keepsABoundedNumber() {
        for (int i = 0; i < 260; i++) {
            KnownCertificate leaf = KnownCertificate.of(root.signer("leaf " + i));
            assertThat(chains.path(leaf, TestAuthority.NOW)).isPresent();
        }
        assertThat(chains.kept()).isEqualTo(256);
    }
}
