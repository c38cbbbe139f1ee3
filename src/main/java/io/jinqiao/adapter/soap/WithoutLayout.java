package io.jinqiao.adapter.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * An envelope without the white space before, between and behind its header and its body. It is under no signature and means nothing; copied into a tree,
 * what stands behind the body would come to lie inside it, and the body be another than was signed.
 */
final class WithoutLayout extends StreamReaderDelegate {
    private int depth;

    WithoutLayout(XMLStreamReader envelope) {
        super(envelope);
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        while (depth == 1 && (event == SPACE || event == CHARACTERS && isWhiteSpace())) {
            event = super.next();
        }
        depth += event == START_ELEMENT ? 1 : event == END_ELEMENT ? -1 : 0;
        return event;
    }

    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (event == SPACE || event == COMMENT || event == PROCESSING_INSTRUCTION || (event == CHARACTERS || event == CDATA) && isWhiteSpace()) {
            event = next();
        }
        if (event != START_ELEMENT && event != END_ELEMENT) {
            throw new XMLStreamException("a tag expected", getLocation());
        }
        return event;
    }

    /** @throws XMLStreamException where an element stands inside */
    @Override
    public String getElementText() throws XMLStreamException {
        String text = super.getElementText();
        depth--;
        return text;
    }
}
