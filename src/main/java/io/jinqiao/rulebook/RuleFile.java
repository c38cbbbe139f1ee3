package io.jinqiao.rulebook;

/** Reads a file under {@code rules/} that agrees with its schema in {@code rules/_schema/}. */
public final class RuleFile {
    private RuleFile() {}

    /** @throws RulebookException with everything the schema forbids */
    public static Document checked(Sources sources, Source file, String schema) {
        Document document = Document.read(file);
        Problems problems = new Problems();
        Schema.of(sources.get("rules/_schema/" + schema + ".schema.json")).check(document, problems);
        problems.throwIfAny();
        return document;
    }

    /** {@code rules/<name>.yaml} and the schema of the same name. @throws RulebookException with everything the schema forbids */
    public static Document checked(Sources sources, String name) {
        return checked(sources, sources.get("rules/" + name + ".yaml"), name);
    }
}
