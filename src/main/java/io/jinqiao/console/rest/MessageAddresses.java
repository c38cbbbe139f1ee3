package io.jinqiao.console.rest;

import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.Entry;
import io.jinqiao.console.facts.Exchange;
import io.jinqiao.console.facts.MessageFacts;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages as the journal has them, without their content. */
@RestController
@RequestMapping("/api/v1/messages")
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
@Tag(name = "messages")
class MessageAddresses {
    private static final List<String> OPERATIONS =
            Arrays.stream(io.jinqiao.message.Operation.values()).map(io.jinqiao.message.Operation::id).toList();

    private final MessageFacts messages;
    private final Asked asked;

    MessageAddresses(MessageFacts messages, Asked asked) {
        this.messages = messages;
        this.asked = asked;
    }

    @GetMapping
    @Operation(summary = "往来报文 / exchanges, newest first; read on with before = the last record")
    List<Exchange> list(
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String operation,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "50") int size) {
        MessageFacts.Question question = new MessageFacts.Question(
                asked.partner("partner", partner),
                Asked.oneOf("operation", operation, OPERATIONS),
                Asked.oneOf("result", result, Exchange.RESULTS),
                Asked.number("number", number),
                before);
        return messages.exchanges(question, Asked.between("size", size, 1, 200));
    }

    @GetMapping("/{record}")
    @Operation(summary = "同一往来的全部记录 / everything recorded for one exchange, in order")
    List<Entry> trace(@PathVariable UUID record) {
        Entry entry = messages.entry(record).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        return messages.ofMessage(entry);
    }
}
