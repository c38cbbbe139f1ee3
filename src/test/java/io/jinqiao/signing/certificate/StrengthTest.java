package io.jinqiao.signing.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.TestAuthority;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrengthTest {
    private static final int KEY_IN_TBS = 6;

    @ParameterizedTest
    @ValueSource(strings = {"", "rubbish", "\u0005\u0000", "\u0030\u0000"})
    void anRsaKeyThatCannotBeReadHasNoStrength(String key) throws IOException {
        ASN1Sequence certificate =
                ASN1Sequence.getInstance(CertificateFiles.der(TestAuthority.root("root").signer("leaf")));
        ASN1Encodable[] tbs = ASN1Sequence.getInstance(certificate.getObjectAt(0)).toArray();
        tbs[KEY_IN_TBS] = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                key.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        ASN1EncodableVector changed = new ASN1EncodableVector();
        changed.add(new DERSequence(tbs));
        changed.add(certificate.getObjectAt(1));
        changed.add(certificate.getObjectAt(2));
        assertThat(Strength.weakness(new DERSequence(changed).getEncoded())).contains("RSA 0");
    }
}
