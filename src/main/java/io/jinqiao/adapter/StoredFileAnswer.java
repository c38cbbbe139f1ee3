package io.jinqiao.adapter;

import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.delivery.Inbox.StoredAnswer;
import io.jinqiao.message.Content;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.Reply;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How the journal's copy of an answer becomes the file again, under the name of whichever file has the same bytes. */
final class StoredFileAnswer {
    private StoredFileAnswer() {}

    static String write(FileAnswer answer, FileResult result) {
        Content.GroupBuilder content = Content.group()
                .put("name", answer.name())
                .put("refused", answer.refused())
                .put("fileNo", result.fileNo())
                .put("accountingDate", result.accountingDate());
        if (answer.companion() != null) {
            content.put("companion", answer.companion().name()).put("says", new String(answer.companion().bytes(), StandardCharsets.US_ASCII));
        }
        return StoredReply.write(new Reply.Accepted(content.build()));
    }

    /**
     * @param fileName of the file that has these bytes now
     * @param apart as {@link ResultNames.Answered} says
     */
    static FileAnswer read(StoredAnswer stored, FileExchange exchange, String fileName, @Nullable String apart) {
        Content.Group content = ((Reply.Accepted) StoredReply.read(stored.reply())).content();
        String day = content.text("accountingDate");
        ResultNames names = new ResultNames(exchange);
        String name = names.of(new ResultNames.Answered(fileName, content.text("fileNo"), day == null ? null : LocalDate.parse(day), apart));
        String marker = names.marker(name);
        FileAnswer.Companion companion = marker == null || content.text("says") == null
                ? null
                : new FileAnswer.Companion(marker, String.valueOf(content.text("says")).getBytes(StandardCharsets.US_ASCII));
        return new FileAnswer(name, stored.bytes(), "true".equals(content.text("refused")), companion);
    }
}
