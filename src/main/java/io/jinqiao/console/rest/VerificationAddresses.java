package io.jinqiao.console.rest;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Audit;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import io.jinqiao.opinion.DocumentChecks;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.OpinionVerification;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks a sealed document somebody was handed. */
@RestController
@Tag(name = "opinions")
class VerificationAddresses {
    static final String PATH = "/api/v1/opinions/verify";
    static final String OFD = "application/ofd";

    private final DocumentChecks checks;
    private final Audit audit;

    VerificationAddresses(DocumentChecks checks, Audit audit) {
        this.checks = checks;
        this.audit = audit;
    }

    /** @param result {@code authentic}, {@code refused}, {@code not-in-force} or {@code incomplete} */
    record Answer(String result, String text, String format, @Nullable String opinionNo, List<Step> steps) {
        static Answer of(DocumentVerdict verdict, Locale locale) {
            return new Answer(
                    Words.of(verdict.result()),
                    verdict.result().text(locale),
                    verdict.format(),
                    verdict.opinionNo(),
                    verdict.findings().stream().map(finding -> Step.of(finding, locale)).toList());
        }
    }

    /** @param outcome {@code passed}, {@code failed}, {@code not-checked} or {@code not-applicable} */
    record Step(String step, String title, String outcome, @Nullable String code, String text) {
        static Step of(DocumentVerdict.Finding finding, Locale locale) {
            return new Step(
                    Words.of(finding.step()),
                    finding.step().text(locale),
                    Words.of(finding.outcome()),
                    finding.code(),
                    finding.text(locale));
        }
    }

    @PostMapping(
            path = PATH,
            consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, MediaType.APPLICATION_PDF_VALUE, OFD},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
    @Operation(summary = "核验审批意见 / verify a sealed opinion (OFD or PDF), the file as body; every step and every failure")
    Answer verify(HttpServletRequest request, @AuthenticationPrincipal Actor actor, Locale locale) throws IOException {
        byte[] file = request.getInputStream().readNBytes(OpinionVerification.LARGEST_FILE + 1);
        if (file.length == 0) {
            throw new Refusal(FailureCode.FRAME_UNREADABLE, "OFD / PDF");
        }
        if (file.length > OpinionVerification.LARGEST_FILE) {
            throw new Refusal(FailureCode.FRAME_TOO_LARGE, "" + OpinionVerification.LARGEST_FILE);
        }
        DocumentVerdict verdict = checks.verify(file);
        audit.write(actor.name(), "opinion-verify", Digest.of(file).hex(), Words.of(verdict.result()));
        return Answer.of(verdict, locale);
    }
}
