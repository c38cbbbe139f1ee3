package io.jinqiao.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.support.TestIdentities;
import io.jinqiao.signing.SigningRoom;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamedIdentitiesTest {

    @Test
    void findsEveryAliasOfTheShippedFoldersInDevelopment() {
        try (SigningRoom centre = TestIdentities.room("centre")) {
            assertThat(missing(centre.keys().aliases(), centre.certificates().aliases())).isEmpty();
        }
    }

    @Test
    void namesEveryKeyAndCertificateThatIsNotConfigured() {
        assertThat(missing(Set.of("centre-sm2-sign"), Set.of()))
                .anyMatch(line -> line.startsWith("jinqiao.keys.centre-tls-client.path (adapters/icbc/adapter.yaml"))
                .anyMatch(line -> line.startsWith("jinqiao.certificates.icbc-sm2-sign-next "))
                .noneMatch(line -> line.contains("centre-sm2-sign."));
    }

    private static List<String> missing(Set<String> keys, Set<String> certificates) {
        return NamedIdentities.missing(List.of(ShippedFolders.dialect("icbc")), keys, certificates);
    }
}
