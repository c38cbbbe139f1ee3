package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files that came to the registry, in parts or whole, by case. */
final class RegistryFiles {
    private final Map<String, Map<String, Arriving>> cases = new LinkedHashMap<>();
    private final List<String> seen = new ArrayList<>();

    private static final class Arriving {
        final String kind;
        final Map<Integer, byte[]> parts = new TreeMap<>();
        boolean whole;

        Arriving(String kind) {
            this.kind = kind;
        }
    }

    /** @return the answer; null when all parts are here and make another file than they should */
    synchronized @Nullable ObjectNode part(String caseNo, JsonNode data) {
        String digest = data.path("file_id").asText();
        int part = data.path("file_index").asInt();
        int parts = data.path("file_parts").asInt();
        seen.add(caseNo + " " + data.path("material_name").asText() + " " + part + "/" + parts);
        Arriving file = file(caseNo, digest, data.path("material_name").asText());
        file.parts.put(part, Base64.getDecoder().decode(data.path("file_data").asText()));
        file.whole = file.parts.size() == parts && digest.equals(digestOf(file));
        if (file.parts.size() == parts && !file.whole) {
            file.parts.clear();
            return null;
        }
        return JsonNodeFactory.instance.objectNode().put("file_id", digest).put("received", file.parts.size()).put("complete", file.whole ? "1" : "0");
    }

    /** @return false when a file is not the one it is said to be */
    synchronized boolean inside(String caseNo, JsonNode rows) {
        for (JsonNode row : rows) {
            if (row.hasNonNull("file_data")) {
                Arriving file = file(caseNo, row.path("file_id").asText(), row.path("material_name").asText());
                file.parts.put(1, Base64.getDecoder().decode(row.path("file_data").asText()));
                file.whole = row.path("file_id").asText().equals(digestOf(file));
                if (!file.whole) {
                    return false;
                }
            }
        }
        return true;
    }

    private Arriving file(String caseNo, String digest, String kind) {
        return cases.computeIfAbsent(caseNo, no -> new LinkedHashMap<>()).computeIfAbsent(digest, d -> new Arriving(kind));
    }

    /** Kinds of the files of a case that are whole, in the order in which they began to come. */
    synchronized List<String> whole(String caseNo) {
        return cases.getOrDefault(caseNo, Map.of()).values().stream().filter(file -> file.whole).map(file -> file.kind).toList();
    }

    /** Every part of a case that was heard, also again: such as {@code identity-card 1/2}. */
    synchronized List<String> heard(String caseNo) {
        return seen.stream().filter(one -> one.startsWith(caseNo + " ")).map(one -> one.substring(caseNo.length() + 1)).toList();
    }

    private static String digestOf(Arriving file) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        file.parts.values().forEach(all::writeBytes);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
