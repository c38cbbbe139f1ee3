package io.jinqiao.console;

import io.jinqiao.console.facts.IntakeFacts;
import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/** Files that told a bank which of its rows were refused, line by line, byte for byte as it got them. Each taking is in the audit before the first byte. */
@Service
public class ResultFiles {
    private final IntakeFacts intakes;
    private final Journal journal;
    private final Audit audit;

    ResultFiles(IntakeFacts intakes, Journal journal, Audit audit) {
        this.intakes = intakes;
        this.journal = journal;
        this.audit = audit;
    }

    /** @throws Refusal when there is no such file, or its answer is no longer kept */
    public ResponseEntity<byte[]> ofRepayments(long id, Actor actor) {
        IntakeFacts.Taken file = intakes.find(id).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        return handedOut(file.answer(), file.partner() + " " + file.fileNo(), "result-" + id + "-" + file.name(), actor);
    }

    /**
     * @param record journal record of a file of which no row was looked at
     * @throws Refusal when there is no such file, or its answer is no longer kept
     */
    public ResponseEntity<byte[]> ofUnread(UUID record, Actor actor) {
        IntakeFacts.Unread file = intakes.findUnread(record).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        return handedOut(file.answer(), file.partner() + " " + file.name(), "result-" + file.name(), actor);
    }

    private ResponseEntity<byte[]> handedOut(@Nullable UUID answer, String about, String name, Actor actor) {
        if (answer == null) {
            throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
        }
        audit.write(actor.name(), "result-file-read", about, null);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(plain(name)).build().toString())
                .body(journal.bytes(new RecordId(answer)));
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
