package io.jinqiao.workbench.check;

import io.jinqiao.message.Operation;
import java.util.Set;

/** The partner's own schemas of contents, in whatever language fits its encoding. */
interface ContentSchemas {

    /** Puts on the list what the schema of this operation's request or reply forbids in a content. */
    void check(Operation operation, String part, String file, String content);

    /** Each agreed operation has schemas, and they speak of the same members as its mapping table. */
    void compareWithTables(Set<Operation> operations);
}
