package io.jinqiao.workbench.conformance;

import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Source;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a folder's files say in their own words: names, lengths, clauses, lines. The compiled language says the same to machines. Not for use by
 * several threads.
 */
final class Agreement {
    private final Map<String, Source> files;
    private final Node.Group wire;
    private final Node.@Nullable Group conformance;
    private final Map<String, List<Place>> places = new HashMap<>();
    private final Map<Operation, Node.Group> tables = new EnumMap<>(Operation.class);
    private final Map<Operation, String> words;

    /** @param files of the partner's folder, by path below it */
    Agreement(Map<String, Source> files) {
        this(files, Map.of());
    }

    private Agreement(Map<String, Source> files, Map<Operation, String> words) {
        this.files = files;
        this.words = words;
        Node.Group adapter = Document.read(file("adapter.yaml")).group();
        this.wire = (Node.Group) Objects.requireNonNull(adapter.get("wire"));
        this.conformance = (Node.Group) adapter.get("conformance");
    }

    boolean xml() {
        return "xml".equals(wire.text("encoding"));
    }

    String framing() {
        return String.valueOf(wire.text("framing"));
    }

    /** Name of the member of an answer that holds the return code. */
    String returnCode() {
        String place = String.valueOf(((Node.Group) Objects.requireNonNull(wire.get("reply"))).text("code"));
        return place.substring(place.lastIndexOf('.') + 1);
    }

    /** Name of the member of an answer that holds the signature. */
    String replySignature() {
        return String.valueOf(((Node.Group) Objects.requireNonNull(wire.get("reply"))).text("signature"));
    }

    /** Most messages in a minute against their test system. */
    int perMinute() {
        String agreed = conformance == null ? null : conformance.text("per-minute");
        return agreed == null ? 30 : Integer.parseInt(agreed);
    }

    /** Hosts of theirs that are never tried. */
    Set<String> productionHosts() {
        return listed("production-hosts");
    }

    /** SHA-256 of the certificates that were issued to us for their test system, in hexadecimal digits. */
    Set<String> uatKeys() {
        return listed("uat-keys");
    }

    private Set<String> listed(String name) {
        return conformance == null
                ? Set.of()
                : conformance.rows(name).stream().map(node -> ((Node.Leaf) node).text()).collect(Collectors.toUnmodifiableSet());
    }

    /** Which clause of the agreement describes the operation. */
    @Nullable String clause(Operation operation) {
        return table(operation).text("clause");
    }

    /** Our place that stands where the envelope has the number of a request; null when there is none. */
    @Nullable String numberPlace(Operation operation) {
        Place number = numberOf(operation);
        return number == null ? null : number.our();
    }

    @Nullable Place numberOf(Operation operation) {
        return places(operation, "request").stream().filter(place -> stands(place, "id")).findFirst().orElse(null);
    }

    /** Whether it stands where the envelope has its number or its time: what they may be is tried with the envelope. */
    boolean inEnvelope(Place place) {
        return stands(place, "id") || stands(place, "time");
    }

    /** Whether a head of fixed length stands before the document, with the number and the time in it. */
    boolean headBefore() {
        return "fixed-head".equals(request().text("envelope"));
    }

    private Node.Group request() {
        return (Node.Group) Objects.requireNonNull(wire.get("request"));
    }

    private boolean stands(Place place, String text) {
        Node.Group request = request();
        if (headBefore()) {
            return place.their().equals(request.text(text));
        }
        String head = wire.get("document") instanceof Node.Group document ? document.text("head") : null;
        return head != null && place.their().equals(head + "." + request.text(text));
    }

    /** Our place whose word decides which lines count; one place of ours may then have several. Null: all of them count. */
    @Nullable String chooser(Operation operation) {
        return table(operation).text("chosen-by");
    }

    /** The same for messages with this word: with the lines that count for them. */
    Agreement choosing(Operation operation, String word) {
        return new Agreement(files, Map.of(operation, word));
    }

    private boolean counts(Node.Group row, @Nullable String word) {
        Node.Group editions = (Node.Group) wire.get("editions");
        String edition = row.text("edition");
        List<String> meant = row.rows("for").stream().map(node -> ((Node.Leaf) node).text()).toList();
        return (edition == null || editions == null || edition.equals(editions.text("in-force"))) && (word == null || meant.isEmpty() || meant.contains(word));
    }

    /** @param part {@code request} or {@code reply} */
    List<Place> places(Operation operation, String part) {
        return places.computeIfAbsent(operation.id() + "." + part, key -> {
            List<Place> found = new ArrayList<>();
            collect(table(operation).rows(part), words.get(operation), "", "", found);
            return List.copyOf(found);
        });
    }

    /** Places of ours, rows among them, that their form insists on, whether or not ours does. */
    Set<String> insisted(Operation operation, String part) {
        Set<String> insisted = new HashSet<>();
        insisted(table(operation).rows(part), words.get(operation), "", insisted);
        return insisted;
    }

    private void insisted(List<Node> rows, @Nullable String word, String ours, Set<String> insisted) {
        for (Node node : rows) {
            Node.Group row = (Node.Group) node;
            if (row.text("our") == null || !counts(row, word)) {
                continue;
            }
            if ("true".equals(row.text("required"))) {
                insisted.add(ours + row.text("our"));
            }
            insisted(row.rows("rows"), word, ours + row.text("our") + "[].", insisted);
        }
    }

    /** The line of a place of ours, with or without row numbers. */
    @Nullable Place ours(Operation operation, String part, String field) {
        String bare = bare(field);
        return find(operation, part, place -> place.our().equals(bare));
    }

    /** The first line whose place in their words has this name. */
    @Nullable Place theirs(Operation operation, String part, String leaf) {
        return find(operation, part, place -> place.leaf().equals(leaf));
    }

    /** Whether the first value of this name in a message is the one this line speaks of. */
    boolean leads(Operation operation, String part, Place place) {
        boolean group = List.of(place.their().replace("[]", "").split("\\.")).indexOf(place.leaf()) < place.their().chars().filter(c -> c == '.').count();
        return place.equals(theirs(operation, part, place.leaf())) && !group;
    }

    static String bare(String field) {
        return field.replaceAll("\\[\\d+]", "[]");
    }

    private @Nullable Place find(Operation operation, String part, Predicate<Place> wanted) {
        return places(operation, part).stream().filter(wanted).findFirst().orElse(null);
    }

    private void collect(List<Node> rows, @Nullable String word, String ours, String theirs, List<Place> places) {
        for (Node node : rows) {
            Node.Group row = (Node.Group) node;
            String our = row.text("our");
            if (our == null || !counts(row, word)) {
                continue;
            }
            if (row.get("rows") != null) {
                collect(row.rows("rows"), word, ours + our + "[].", theirs + row.text("their") + "[].", places);
            } else {
                places.add(place(row, ours + our, theirs + row.text("their")));
            }
        }
    }

    private static Place place(Node.Group row, String our, String their) {
        String bytes = row.text("bytes");
        int colon = bytes == null ? -1 : bytes.indexOf(':');
        return new Place(
                our,
                their,
                row.text("title") == null ? "" : String.valueOf(row.text("title")),
                conversions(row),
                row.text("codes"),
                "true".equals(row.text("required")),
                "true".equals(row.text("cut")),
                number(row.text("max")),
                bytes == null ? 0 : Integer.parseInt(bytes.substring(colon + 1)),
                bytes == null ? null : Charset.forName(bytes.substring(0, colon)),
                row.file() + ":" + row.line());
    }

    private static List<String> conversions(Node.Group row) {
        String one = row.text("as");
        return one == null ? row.rows("as").stream().map(node -> ((Node.Leaf) node).text()).toList() : List.of(one);
    }

    private static int number(@Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }

    private Node.Group table(Operation operation) {
        return tables.computeIfAbsent(operation, o -> Document.read(file("mapping/" + o.id() + ".yaml")).group());
    }

    private Source file(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }
}
