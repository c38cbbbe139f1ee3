package io.jinqiao.adapter;

import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.signing.PublicKeys;
import io.jinqiao.signing.Signing;
import io.jinqiao.signing.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The verdict on a signature under a profile of a partner's folder: what the signing room says, and what is agreed besides. */
@Component
class Judge {
    private static final int LONGEST_TRIED = 1 << 20;

    private final Signing signing;
    private final PublicKeys publicKeys;

    Judge(Signing signing, PublicKeys publicKeys) {
        this.signing = signing;
        this.publicKeys = publicKeys;
    }

    Verdict verify(Profile profile, byte[] input, @Nullable String signature, Instant at) {
        Verdict verdict = signing.verify(profile.profile(), profile.theirCertificates(), input, signature, at);
        if (verdict.accepted() && verdict.certificate() != null && !profile.publicKey() && publicKeys.has(verdict.certificate())) {
            return refused(verdict, Problem.of(FailureCode.SIGNER_KEY_PUBLIC));
        }
        boolean invalid = verdict.problem() != null && verdict.problem().code() == FailureCode.SIGNATURE_INVALID;
        return invalid && laidOutAnew(profile, input, signature, at) ? refused(verdict, Problem.of(FailureCode.SIGNATURE_LAYOUT, profile.name())) : verdict;
    }

    /** Still refused, but whoever sent it hears what happened to the document on its way. */
    private boolean laidOutAnew(Profile profile, byte[] input, @Nullable String signature, Instant at) {
        if (input.length == 0 || input[0] != '<' || input.length > LONGEST_TRIED) {
            return false;
        }
        String text = new String(input, StandardCharsets.ISO_8859_1);
        String unix = text.replace("\r\n", "\n");
        return Stream.of(text.replaceAll(">[ \t\r\n]+<", "><"), unix.replace("\n", ""), unix, unix.replace("\n", "\r\n"))
                .distinct()
                .filter(other -> !other.equals(text))
                .anyMatch(other -> signing.verify(
                                profile.profile(), List.copyOf(profile.theirCertificates()), other.getBytes(StandardCharsets.ISO_8859_1), signature, at)
                        .accepted());
    }

    private static Verdict refused(Verdict verdict, Problem problem) {
        return new Verdict(problem, false, verdict.certificate(), verdict.fingerprint(), verdict.revocation());
    }
}
