package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Framed;

/** Third stage: the envelope was read, the content was not touched. */
record Opened(Identified identified, Framed framed) {

    Arrived arrived() {
        return identified.arrived();
    }
}
