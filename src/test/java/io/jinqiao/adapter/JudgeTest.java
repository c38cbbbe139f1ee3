package io.jinqiao.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.signing.PublicKeys;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.signing.Verdict;
import io.jinqiao.support.TestIdentities;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private static final String FILE = "adapters/registry-xml/adapter.yaml";
    private static final byte[] INPUT = bytes("<Message><Head><BizMsgID></BizMsgID>\n</Head><Data></Data></Message>");
    private static final SigningRoom THEIRS = TestIdentities.room("registry-xml");
    private static final SigningRoom OURS = TestIdentities.room("centre");
    private static final Profile LEGACY = profile("LEGACY", "refused");
    private static final PublicKeys NONE = new PublicKeys(new String[0]);
    private static final PublicKeys KNOWN = new PublicKeys(new String[] {
        Digest.of(TestIdentities.certificate("registry-xml-rsa-sign").getPublicKey().getEncoded()).hex()
    });

    @AfterAll
    static void close() {
        THEIRS.close();
        OURS.close();
    }

    @Test
    void aRightSignatureByAKeyEverybodyHasIsRefusedUnlessTheProfilePutsUpWithIt() {
        assertThat(verdict(NONE, LEGACY, INPUT).accepted()).isTrue();
        assertThat(verdict(KNOWN, LEGACY, INPUT).problem()).isEqualTo(Problem.of(FailureCode.SIGNER_KEY_PUBLIC));
        assertThat(verdict(KNOWN, profile("LEGACY", "tolerated"), INPUT).accepted()).isTrue();
        assertThat(verdict(KNOWN, LEGACY, INPUT).certificate()).as("kept for the record").isNotNull();
    }

    /** Its profile cannot even be written without the connection's certificates. */
    @Test
    void isPutUpWithOnlyWhereTheConnectionSaysWhoSpeaks() {
        MemoryFolders folders = new MemoryFolders()
                .replace(FILE, "public-key: refused", "public-key: tolerated")
                .replace(FILE, "    their-identities: [registry-xml-tls-client]\n", "");
        assertThat(new Folders(folders).read(ShippedFolders.DEFAULTS, ShippedFolders.CLOCK).problems())
                .anyMatch(problem -> problem.toString().contains("LEGACY proves nothing alone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<Message>\n  <Head>\n    <BizMsgID></BizMsgID>\n</Head><Data></Data></Message>",
        "<Message><Head><BizMsgID></BizMsgID>\r\n</Head><Data></Data></Message>"
    })
    void aSignatureBrokenByLayoutIsRefusedAndNamed(String laidOutAnew) {
        byte[] signed = laidOutAnew.contains("\r") ? INPUT : bytes("<Message><Head><BizMsgID></BizMsgID></Head><Data></Data></Message>");
        String signature = sign(LEGACY, signed);
        Judge judge = new Judge(OURS.signing(), NONE);
        assertThat(judge.verify(LEGACY, bytes(laidOutAnew), signature, Instant.now()).problem()).isEqualTo(Problem.of(FailureCode.SIGNATURE_LAYOUT, "LEGACY"));
        assertThat(judge.verify(LEGACY, bytes(laidOutAnew.replace("Head>", "Tail>")), signature, Instant.now()).problem().code()).isEqualTo(FailureCode.SIGNATURE_INVALID);
    }

    private static Verdict verdict(PublicKeys keys, Profile profile, byte[] input) {
        return new Judge(OURS.signing(), keys).verify(profile, input, sign(profile, input), Instant.now());
    }

    private static String sign(Profile profile, byte[] input) {
        return THEIRS.signing().sign(profile.profile().mirrored(), "registry-xml-rsa-sign", input);
    }

    private static Profile profile(String name, String publicKey) {
        MemoryFolders folders = new MemoryFolders().replace(FILE, "public-key: refused", "public-key: " + publicKey);
        Folders.Read read = new Folders(folders).read(ShippedFolders.DEFAULTS, ShippedFolders.CLOCK);
        Dialect dialect = read.dialects().get("registry-xml");
        assertThat(List.copyOf(read.problems())).isEmpty();
        return dialect.descriptor().signing().named(name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
