package io.jinqiao.loan.rules;

import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.Schema;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;

/** A file under {@code rules/} that agrees with its schema. */
final class RuleFile {
    private RuleFile() {}

    /** @throws io.jinqiao.rulebook.RulebookException with everything the schema forbids */
    static Document checked(Sources sources, Source file, String schema) {
        Document document = Document.read(file);
        Problems problems = new Problems();
        Schema.of(sources.get("rules/_schema/" + schema + ".schema.json")).check(document, problems);
        problems.throwIfAny();
        return document;
    }

    static Document checked(Sources sources, String name) {
        return checked(sources, sources.get("rules/" + name + ".yaml"), name);
    }
}
