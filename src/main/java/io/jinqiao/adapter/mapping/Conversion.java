package io.jinqiao.adapter.mapping;

/** One named step between a text on the wire and a canonical text; what it writes it can read. Thread-safe. */
public interface Conversion {

    /** @throws io.jinqiao.message.IllegalValue when the wire text is none of the form */
    String toOurs(String theirs);

    /** @throws io.jinqiao.message.IllegalValue when their form cannot hold the value */
    String toTheirs(String ours);
}
