package io.jinqiao.evidence.pack;

import io.jinqiao.evidence.proof.Sha256;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.Signing;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningProfile.Form;
import io.jinqiao.signing.SigningProfile.Text;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Signs statements with a key the centre signs its messages with, so that the records themselves show whose it is. */
public final class StatementPen {
    private static final List<SigningProfile> PROFILES = List.of(
            SigningProfile.sm2(Form.RAW, Text.BASE64), SigningProfile.rsa(Text.BASE64), SigningProfile.ecdsa(Form.DER, Text.BASE64));

    private final Signing signing;
    private final Keys keys;
    private final List<String> aliases;

    /** @param aliases keys that may be used, the preferred first; those that are not there are passed over */
    public StatementPen(Signing signing, Keys keys, List<String> aliases) {
        this.signing = signing;
        this.keys = keys;
        this.aliases = aliases.stream().filter(keys.aliases()::contains).toList();
    }

    /** One key with the way it signs. */
    record Hand(String alias, SigningProfile profile, X509Certificate certificate) {
        String fingerprint() {
            return Sha256.hex(Sha256.of(CertificateFiles.der(certificate)));
        }
    }

    /** @param ours certificates that signed what the centre said in the pack; empty when there is no key at all */
    Optional<Hand> hand(Set<String> ours) {
        List<Hand> hands = aliases.stream().flatMap(alias -> hand(alias).stream()).toList();
        return hands.stream()
                .filter(hand -> ours.contains(hand.fingerprint()))
                .findFirst()
                .or(() -> hands.stream().findFirst());
    }

    String sign(Hand hand, byte[] text) {
        return signing.sign(hand.profile, hand.alias, text);
    }

    private Optional<Hand> hand(String alias) {
        return PROFILES.stream()
                .filter(profile -> signing.problems(profile, alias, List.of()).isEmpty())
                .map(profile -> new Hand(alias, profile, keys.get(alias).certificate()))
                .findFirst();
    }
}
