package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Needs;
import io.jinqiao.console.ResultFiles;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.IntakeFacts;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Banks' files of repayments: how far the one is that is being taken, what became of the others, and the file that told its bank. */
@Controller
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
class RepaymentFilePages {
    private static final int MOST = 200;

    private final IntakeFacts intakes;
    private final ResultFiles results;

    RepaymentFilePages(IntakeFacts intakes, ResultFiles results) {
        this.intakes = intakes;
        this.results = results;
    }

    @GetMapping("/console/repayment-files")
    String list(Model model) {
        model.addAttribute("running", intakes.running());
        model.addAttribute("files", intakes.latest(MOST));
        model.addAttribute("unread", intakes.unread(MOST));
        model.addAttribute("missing", intakes.missing(MOST));
        model.addAttribute("most", MOST);
        return "console/repayment-files";
    }

    @GetMapping("/console/repayment-files/{id}/result")
    ResponseEntity<byte[]> result(@PathVariable long id, @AuthenticationPrincipal Actor actor) {
        return results.ofRepayments(id, actor);
    }

    @GetMapping("/console/repayment-files/unread/{record}/result")
    ResponseEntity<byte[]> unread(@PathVariable UUID record, @AuthenticationPrincipal Actor actor) {
        return results.ofUnread(record, actor);
    }
}
