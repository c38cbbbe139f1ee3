package io.jinqiao.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.signing.RevocationSources.Condition;
import io.jinqiao.signing.RevocationSources.Source;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class SigningHealthTest {
    private static final TestAuthority ROOT = TestAuthority.root("root");
    private static final Duration DAY = Duration.ofDays(1);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void staysUpAndNamesWhatNeedsAttention() {
        Instant now = TestAuthority.NOW;
        SigningHealth health = health(
                Map.of("late", now.plus(DAY.multipliedBy(29)), "fine", now.plus(DAY.multipliedBy(31))),
                new Source("a.crl", Condition.FRESH, now, null),
                new Source("b.crl", Condition.OVERDUE, now, null),
                new Source("c.crl", Condition.UNUSABLE, null, "gone"));
        Health said = health.health();
        assertThat(said.getStatus()).isEqualTo(Status.UP);
        assertThat(said.getDetails().get("attention"))
                .isEqualTo(Map.of(
                        "certificate late", "ends " + now.plus(DAY.multipliedBy(29)), "list b.crl", "OVERDUE", "list c.crl",
                        "UNUSABLE"));
        assertThat(registry.get("jinqiao.certificate.left").tag("of", "certificate fine").timeGauge().value(TimeUnit.DAYS))
                .isEqualTo(31.0);
        assertThat(registry.get("jinqiao.revocation.lists").tag("condition", "unusable").gauge().value()).isEqualTo(1.0);
        assertThat(registry.get("jinqiao.revocation.lists").tag("condition", "fresh").gauge().value()).isEqualTo(1.0);
    }

    private SigningHealth health(Map<String, Instant> ends, Source... sources) {
        return new SigningHealth(
                new NoKeys(), pinned(ends), () -> List.of(sources), Clock.fixed(TestAuthority.NOW, ZoneOffset.UTC),
                Optional.of(registry));
    }

    private static PinnedCertificates pinned(Map<String, Instant> ends) {
        return new PinnedCertificates() {
            @Override
            public Set<String> aliases() {
                return ends.keySet();
            }

            @Override
            public X509Certificate get(String alias) {
                return ROOT.leaf(alias).to(ends.get(alias)).issue();
            }
        };
    }

    private static final class NoKeys implements Keys {
        @Override
        public Set<String> aliases() {
            return Set.of();
        }

        @Override
        public Entry get(String alias) {
            throw new IllegalArgumentException(alias);
        }

        @Override
        public TlsIdentity tls(String alias) {
            throw new IllegalArgumentException(alias);
        }
    }
}
