package io.jinqiao.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.samples.SamplePeople;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.signing.PublicKeys;
import io.jinqiao.signing.ChannelIdentity;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.Verdict;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The stages before a decision, each with its refusal; what is asked of the connection and of the signature is written down here. */
class ChecksTest {
    private static final Instant SENT = ShippedFolders.CLOCK.instant();
    private static final Verdict GOOD = new Verdict(null, false, null, null, null);
    private static final Verdict BAD = new Verdict(Problem.of(FailureCode.SIGNATURE_INVALID), false, null, null, null);

    private final List<String> asked = new ArrayList<>();
    private Verdict ofConnection = GOOD;
    private final Checks checks = new Checks(new Connection(), new Judge(new Signatures(), new PublicKeys(new String[0])), NothingSealed.sealing(), NothingSealed.envelopes(), NoTickets.sessions());

    private static Arrived arrived(Instant at) {
        return arrived(ShippedFolders.dialect("icbc"), at);
    }

    private static Arrived arrived(Dialect dialect, Instant at) {
        WireRequest request = new Letters(ShippedFolders.dialect("icbc")).of(SamplePeople.existingHome());
        return new Arrived(dialect, request, Digest.of(request.body()), at, "trace", new Timings());
    }

    private Verified verified(Instant at) {
        return checks.accept(checks.open(checks.identify(arrived(at))), GOOD);
    }

    private static void refused(ThrowingCallable stage, FailureCode code) {
        assertThatThrownBy(stage)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problems().get(0).code()).isEqualTo(code));
    }

    @Test
    void asksWhoHoldsTheConnectionBeforeAnythingElse() {
        Arrived arrived = arrived(SENT);
        assertThat(checks.identify(arrived).arrived()).isSameAs(arrived);
        assertThat(asked).singleElement().asString().startsWith("connection [").endsWith("] at " + SENT).isNotEqualTo("connection [] at " + SENT);
        assertThat(arrived.timings().soFar()).containsOnlyKeys("channel");
        ofConnection = new Verdict(Problem.of(FailureCode.CERTIFICATE_UNTRUSTED), false, null, null, null);
        refused(() -> checks.identify(arrived), FailureCode.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void judgesTheSignatureWithThePartnersOwnCertificatesAndGivesTheVerdictGoodOrBad() {
        Opened opened = checks.open(checks.identify(arrived(SENT)));
        assertThat(checks.judge(opened)).isSameAs(BAD);
        assertThat(asked.get(1)).startsWith("signature c2ln by [icbc-").endsWith(" at " + SENT);
        assertThat(opened.arrived().timings().soFar()).containsOnlyKeys("channel", "open", "verify");
    }

    @Test
    void onlyAGoodVerdictBecomesTheNextStage() {
        Opened opened = checks.open(checks.identify(arrived(SENT)));
        assertThat(checks.accept(opened, GOOD).opened()).isSameAs(opened);
        refused(() -> checks.accept(opened, BAD), FailureCode.SIGNATURE_INVALID);
    }

    @Test
    void whatIsNotSealedPassesUnchanged() {
        Verified plain = verified(SENT);

        assertThat(checks.unseal(plain)).isSameAs(plain);
        assertThat(plain.arrived().timings().soFar()).doesNotContainKey("unseal");
    }

    @Test
    void readsTheContentOnlyInsideTheWindow() {
        Duration window = ShippedFolders.dialect("icbc").descriptor().freshness();
        Decoded decoded = checks.decode(verified(SENT.plus(window)));
        assertThat(decoded.message().businessKey()).isEqualTo(SamplePeople.existingHome().businessKey());
        assertThat(decoded.arrived().timings().soFar()).containsKeys("open", "decode");
        refused(() -> checks.decode(verified(SENT.plus(window).plusSeconds(1))), FailureCode.MESSAGE_OUTSIDE_WINDOW);
        refused(() -> checks.decode(verified(SENT.minus(window).minusSeconds(1))), FailureCode.MESSAGE_OUTSIDE_WINDOW);
    }

    @Test
    void refusesWhatIsSwitchedOffWithThePartner() {
        MemoryFolders folders = new MemoryFolders()
                .replace("adapters/icbc/adapter.yaml", "loanapplication/V1}", "loanapplication/V1, enabled: false}");
        Dialect dialect = new Folders(folders).read(ShippedFolders.DEFAULTS, ShippedFolders.CLOCK).dialects().get("icbc");
        Verified verified = checks.accept(checks.open(checks.identify(arrived(dialect, SENT))), GOOD);
        refused(() -> checks.decode(verified), FailureCode.OPERATION_NOT_IN_SERVICE);
    }

    private final class Connection implements ChannelIdentity {
        @Override
        public Verdict check(List<String> certificateAliases, List<X509Certificate> peer, Instant at) {
            asked.add("connection " + certificateAliases + " at " + at);
            return ofConnection;
        }
    }

    /** Nothing verifies. */
    private final class Signatures extends VerifiesOnly {
        @Override
        public Verdict verify(
                SigningProfile profile, List<String> certificateAliases, byte[] input, @Nullable String signature, Instant at) {
            asked.add("signature " + signature + " by " + certificateAliases + " at " + at);
            return BAD;
        }
    }
}
