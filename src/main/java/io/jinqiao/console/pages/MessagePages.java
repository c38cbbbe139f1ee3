package io.jinqiao.console.pages;

import io.jinqiao.console.Actor;
import io.jinqiao.console.Audit;
import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.Entry;
import io.jinqiao.console.facts.Exchange;
import io.jinqiao.console.facts.LoanFacts;
import io.jinqiao.console.facts.LoanRow;
import io.jinqiao.console.facts.MessageFacts;
import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Messages with every partner, newest first, and one exchange in full. */
@Controller
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
class MessagePages {
    private static final int PAGE = 50;

    private final MessageFacts messages;
    private final LoanFacts loans;
    private final Journal journal;
    private final Audit audit;

    MessagePages(MessageFacts messages, LoanFacts loans, Journal journal, Audit audit) {
        this.messages = messages;
        this.loans = loans;
        this.journal = journal;
        this.audit = audit;
    }

    @GetMapping("/console/messages")
    String list(
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String operation,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        List<Exchange> found = messages.exchanges(
                new MessageFacts.Question(given(partner), given(operation), given(result), given(words), before), PAGE + 1);
        model.addAttribute("exchanges", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute("older", found.size() > PAGE ? found.get(PAGE - 1).record() : null);
        model.addAttribute("partners", messages.partners());
        model.addAttribute("operations", Arrays.stream(Operation.values()).map(Operation::id).toList());
        model.addAttribute("partner", partner);
        model.addAttribute("operation", operation);
        model.addAttribute("result", result);
        model.addAttribute("words", words);
        model.addAttribute("before", before);
        return "console/messages";
    }

    @GetMapping("/console/messages/{record}")
    String one(@PathVariable UUID record, Model model) {
        Entry entry = messages.entry(record).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        model.addAttribute("entry", entry);
        model.addAttribute("story", messages.ofMessage(entry));
        model.addAttribute("loan", loanOf(entry));
        return "console/message";
    }

    /** The exact bytes; whoever looks is written down. */
    @PostMapping("/console/messages/{record}/content")
    @Needs({Role.REVIEWER, Role.APPROVER, Role.AUDITOR})
    String content(@PathVariable UUID record, @AuthenticationPrincipal Actor actor, Model model) {
        Entry entry = messages.entry(record).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        audit.write(actor.name(), "content-seen", entry.subject(), record.toString());
        model.addAttribute("text", new String(journal.bytes(new RecordId(record)), StandardCharsets.UTF_8));
        return "console/pieces :: bytes";
    }

    private @Nullable String loanOf(Entry entry) {
        return entry.partner() == null || entry.subject() == null
                ? null
                : loans.find(entry.partner(), entry.subject()).map(LoanRow::acceptanceNo).orElse(null);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
