package io.jinqiao.workbench.opinion;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jinqiao.message.Digest;
import io.jinqiao.message.Money;
import io.jinqiao.message.Words;
import io.jinqiao.opinion.IssuedOpinion;
import io.jinqiao.opinion.OpinionRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the centre says it approved: JSON with {@code opinionNo}, {@code version}, {@code amountFen}, {@code months}, {@code validTo},
 * {@code standing}, and if known {@code organisation} and {@code digest} of the file.
 */
record RecordFile(OpinionRecord record, @Nullable String organisation) {
    private static final Set<String> MEMBERS =
            Set.of("opinionNo", "version", "amountFen", "months", "validTo", "standing", "organisation", "digest");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws IllegalArgumentException naming the member that is missing, unknown or of a wrong form */
    static RecordFile read(Path file) throws IOException {
        JsonNode json = STRICT.readTree(Files.readAllBytes(file));
        Set<String> unknown = new HashSet<>();
        json.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(MEMBERS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(file + ": unknown members " + unknown);
        }
        OpinionRecord record = new OpinionRecord(
                text(json, "opinionNo"),
                Integer.parseInt(text(json, "version")),
                new Money(Long.parseLong(text(json, "amountFen"))),
                Integer.parseInt(text(json, "months")),
                LocalDate.parse(text(json, "validTo")),
                Words.parse(text(json, "standing"), IssuedOpinion.Standing.class),
                json.has("digest") ? new Digest(text(json, "digest")) : null);
        return new RecordFile(record, json.has("organisation") ? text(json, "organisation") : null);
    }

    private static String text(JsonNode json, String member) {
        if (!json.hasNonNull(member)) {
            throw new IllegalArgumentException("the record lacks " + member);
        }
        return json.get(member).asText();
    }
}
