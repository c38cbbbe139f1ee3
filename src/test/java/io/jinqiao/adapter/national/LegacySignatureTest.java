package io.jinqiao.adapter.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.MemoryFolders;
import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.algorithm.Schemes;
import io.jinqiao.signing.algorithm.SigningKey;
import io.jinqiao.signing.algorithm.Sm2Signers;
import io.jinqiao.signing.algorithm.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The legacy signature of the national form, against one made with nothing but the JDK. */
class LegacySignatureTest {
    private static final String REST = "<ASID>AS100</ASID><RecType>9000101</RecType><CreateDate>2026-12-03T10:30:18</CreateDate></Head><Data></Data></Message>";
    private static final Dialect LEGACY = National.dialect(National.legacy());
    private static final SigningProfile PROFILE = LEGACY.descriptor().signing().own().profile();
    private static final Schemes SCHEMES = new Schemes(new Sm2Signers(new SecureRandom()));
    private static KeyPair keys;

    @BeforeAll
    static void makeAKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    @Test
    void isOverTheMessageWithAnEmptyNumberAsTheVectorHasIt() throws Exception {
        String vector = "<Message><Head><BizMsgID></BizMsgID><ASID>AS100</ASID></Head><Data></Data></Message>";
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(vector.getBytes(StandardCharsets.UTF_8)))).isEqualTo("ac5b9b817c441f1ea6575a1a0fc86a0b");
        assertThat(SCHEMES.verifies(PROFILE, VerifyingKey.of(keys.getPublic().getEncoded()), vector.getBytes(StandardCharsets.UTF_8), byHand(vector))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", ""})
    void verifiesWhateverTheTransportMadeOfTheOneLineEnd(String end) throws Exception {
        Framed framed = LEGACY.open(National.request(signed(end)));
        assertThat(new String(framed.signingInput(), StandardCharsets.UTF_8)).isEqualTo("<Message><Head><BizMsgID></BizMsgID>" + REST);
        assertThat(SCHEMES.verifies(PROFILE, VerifyingKey.of(keys.getPublic().getEncoded()), framed.signingInput(), framed.signature())).isTrue();
    }

    @Test
    void whatWeSignIsTheSameByHand() throws Exception {
        byte[] input = "<Message/>".getBytes(StandardCharsets.UTF_8);
        SigningKey key = SigningKey.of(keys.getPrivate(), VerifyingKey.of(keys.getPublic().getEncoded()));
        assertThat(SCHEMES.sign(PROFILE, key, input)).isEqualTo(byHand("<Message/>")).hasSize(512);
    }

    @Test
    void aLayoutChangedAroundTheSignatureIsNamed() throws Exception {
        String indented = signed("\r\n").replace("<DigitalSign>", "    <DigitalSign>");
        Refusal refused = catchThrowableOfType(Refusal.class, () -> LEGACY.open(National.request(indented)));
        assertThat(refused.problems()).containsExactly(Problem.of(FailureCode.SIGNATURE_LAYOUT, "DigitalSign"));
    }

    @Test
    void isNeverAloneAndFitsNoOtherForm() {
        MemoryFolders alone = National.legacy().replace(National.FILE, "    their-identities: [registry-xml-tls-client]\n", "");
        assertThat(problems(alone)).anyMatch(problem -> problem.contains("LEGACY proves nothing alone"));
        MemoryFolders other = new MemoryFolders().replace("adapters/ccb/adapter.yaml", "algorithm: rsa-sha256", "algorithm: rsa-sha1-md5");
        assertThat(problems(other)).anyMatch(problem -> problem.contains("RSA2 is a signature of another form"));
    }

    private static java.util.List<String> problems(MemoryFolders folders) {
        return new Folders(folders).read(ShippedFolders.DEFAULTS, ShippedFolders.CLOCK).problems().stream().map(Object::toString).toList();
    }

    private static String signed(String end) throws Exception {
        String signature = byHand("<Message><Head><BizMsgID></BizMsgID>" + REST);
        return "<Message><Head><BizMsgID>371302230615000128</BizMsgID>" + end + "<DigitalSign>" + signature + "</DigitalSign>" + REST;
    }

    private static String byHand(String text) throws Exception {
        Signature signature = Signature.getInstance("SHA1withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(signature.sign());
    }
}
