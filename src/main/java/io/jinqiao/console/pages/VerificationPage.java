package io.jinqiao.console.pages;

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
import java.io.IOException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A clerk drags a sealed file in and reads whether it may be used. */
@Controller
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
class VerificationPage {
    private final DocumentChecks checks;
    private final Audit audit;

    VerificationPage(DocumentChecks checks, Audit audit) {
        this.checks = checks;
        this.audit = audit;
    }

    @GetMapping("/console/opinions/verify")
    String page() {
        return "console/verify";
    }

    @PostMapping("/console/opinions/verify")
    String verify(@RequestParam MultipartFile file, @AuthenticationPrincipal Actor actor, Model model) throws IOException {
        if (file.isEmpty()) {
            throw new Refusal(FailureCode.FRAME_UNREADABLE, "OFD / PDF");
        }
        byte[] bytes = file.getBytes();
        DocumentVerdict verdict = checks.verify(bytes);
        audit.write(actor.name(), "opinion-verify", Digest.of(bytes).hex(), Words.of(verdict.result()));
        model.addAttribute("verdict", verdict);
        model.addAttribute("tone", switch (verdict.result()) {
            case AUTHENTIC -> "good";
            case REFUSED -> "bad";
            case NOT_IN_FORCE, INCOMPLETE -> "warn";
        });
        return "console/verify";
    }
}
