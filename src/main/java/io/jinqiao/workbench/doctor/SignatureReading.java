package io.jinqiao.workbench.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.descriptor.SealingForm;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.Verdict;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who signed an answer, and how: first as agreed, then in every other way that is common. Nothing is sent for it. */
final class SignatureReading {
    private final Folder folder;
    private final Papers papers;
    private final Instant at;
    private final FramedReply reply;
    private final Profile agreed;

    SignatureReading(Folder folder, Papers papers, FramedReply reply, Instant at) {
        this.folder = folder;
        this.papers = papers;
        this.reply = reply;
        this.at = at;
        this.agreed = folder.dialect().descriptor().signing().named(reply.signType());
    }

    /** @param body the whole answer, for rules that cover more or otherwise than agreed */
    Optional<Symptom> read(byte[] body) {
        Verdict verdict = verdict(agreed.profile(), reply.signingInput());
        Problem problem = verdict.problem();
        if (problem == null) {
            return Optional.empty();
        }
        return switch (problem.code()) {
            case SIGNATURE_MISSING -> Optional.of(Symptom.of(Sign.UNSIGNED));
            case SIGNER_NOT_PINNED -> Optional.of(Symptom.of(Sign.VERIFIES_WITH_OTHER_KEY, signer(verdict), String.join(", ", agreed.theirCertificates())));
            case SIGNATURE_MALFORMED, SIGNATURE_INVALID -> Optional.of(otherwise(body));
            default -> Optional.empty(); // the certificate itself: told where certificates are looked at
        };
    }

    private Symptom otherwise(byte[] body) {
        Charset charset = folder.dialect().descriptor().charset();
        for (Map.Entry<String, SigningProfile> form : Forms.signatures(agreed.profile()).entrySet()) {
            if (good(form.getValue(), reply.signingInput())) {
                return Symptom.of(Sign.VERIFIES_IN_FORM, form.getKey());
            }
        }
        for (String userId : Forms.userIds(agreed.profile(), folder.constants())) {
            if (good(Forms.withTheirs(agreed.profile(), userId), reply.signingInput())) {
                return Symptom.of(Sign.VERIFIES_WITH_USER_ID, userId);
            }
        }
        return over(Inputs.digested(agreed.profile().algorithm(), reply.signingInput()), Sign.VERIFIES_DIGESTED)
                .or(() -> over(Layouts.of(reply.signingInput(), charset), Sign.VERIFIES_LAID_OUT))
                .or(() -> over(reordered(new String(body, charset), charset), Sign.VERIFIES_IN_ORDER))
                .orElseGet(() -> Symptom.of(Sign.VERIFIES_NOHOW));
    }

    private Optional<Symptom> over(Map<String, byte[]> inputs, Sign sign) {
        return inputs.entrySet().stream()
                .filter(input -> good(agreed.profile(), input.getValue()))
                .findFirst()
                .map(input -> Symptom.of(sign, input.getKey()));
    }

    /** The members of a digital envelope, the other way round. */
    private Map<String, byte[]> reordered(String body, Charset charset) {
        SealingForm form = folder.dialect().sealing();
        if (form == null) {
            return Map.of();
        }
        try {
            JsonNode members = new ObjectMapper().readTree(body);
            Function<String, String> member = name -> members.path(name).asText();
            return Map.of(form.key() + ", " + form.reply(), (member.apply(form.key()) + member.apply(form.reply())).getBytes(charset));
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }

    private boolean good(SigningProfile profile, byte[] input) {
        Problem problem = verdict(profile, input).problem();
        boolean aboutTheSignature = problem != null && problem.code().code().startsWith("signature.");
        return !aboutTheSignature || problem.code() == FailureCode.SIGNER_NOT_PINNED;
    }

    private Verdict verdict(SigningProfile profile, byte[] input) {
        return papers.room().signing().verify(profile, agreed.theirCertificates(), input, reply.signature(), at);
    }

    private String signer(Verdict verdict) {
        byte @Nullable [] der = verdict.certificate();
        return papers.certificates().entrySet().stream()
                .filter(c -> java.util.Arrays.equals(CertificateFiles.der(c.getValue()), der))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Objects.toString(verdict.fingerprint()));
    }
}
