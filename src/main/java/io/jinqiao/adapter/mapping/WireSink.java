package io.jinqiao.adapter.mapping;

/**
 * The wire tree as a stream of events: groups with named members, lists, leaves. A reader of bytes pushes them into a plan, a plan pushes
 * them into a writer of bytes; no tree is kept. The outermost group and rows in a list have an empty name.
 */
public interface WireSink {

    void startGroup(String name);

    void endGroup();

    void startList(String name);

    void endList();

    /** @param text of a number: exactly as it stood on the wire */
    void leaf(String name, String text, Kind kind);
}
