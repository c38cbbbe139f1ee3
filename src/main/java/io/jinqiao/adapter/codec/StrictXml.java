package io.jinqiao.adapter.codec;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import io.jinqiao.adapter.mapping.Names;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * One XML document, step by step: elements and text, nothing else. A document type, an entity of its own, a comment, a processing instruction
 * or an attribute where none is agreed is refused before anything is made of it. For one use.
 */
final class StrictXml implements AutoCloseable {
    private static final int LONGEST_NAME = 256;
    private static final int MOST_DEPTH = 1000;
    /** Attributes of a record, and the longest of them. */
    private static final int MOST_ATTRIBUTES = 96;

    private static final int LONGEST_ATTRIBUTE = 1 << 16;
    private static final Pattern DECLARATION = Pattern.compile("xmlns(:.*)?|[^:]+:(schemaLocation|noNamespaceSchemaLocation)");
    /** How the parser says that something is larger than it was told to take. */
    private static final Pattern LIMIT = Pattern.compile("(?s)(Maximum [A-Za-z ]{1,60}|Attribute) limit \\(([0-9]+)\\) exceeded.*");
    private static final WstxInputFactory FACTORY = factory(8, 1024);
    private static final WstxInputFactory OF_RECORDS = factory(MOST_ATTRIBUTES, LONGEST_ATTRIBUTE);

    /** What comes next. */
    enum Step {
        START,
        END,
        TEXT,
        DONE
    }

    private final XMLStreamReader2 in;
    private final boolean attributes;
    /** Why nothing more is read; null as long as the parser goes on. */
    private @Nullable Refusal stopped;

    /**
     * @param declarable charsets the document may declare; it need not declare any
     * @throws Refusal when it declares another, or another version of XML
     */
    StrictXml(String text, List<Charset> declarable) {
        this(new StringReader(text), declarable, false);
    }

    StrictXml(Reader text, List<Charset> declarable) {
        this(text, declarable, false);
    }

    /** A document whose elements may have attributes; whoever reads it says which. */
    static StrictXml withRecords(String text, List<Charset> declarable) {
        return new StrictXml(new StringReader(text), declarable, true);
    }

    private StrictXml(Reader text, List<Charset> declarable, boolean attributes) {
        this.attributes = attributes;
        try {
            in = (XMLStreamReader2) (attributes ? OF_RECORDS : FACTORY).createXMLStreamReader(text);
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
        requireDeclared(declarable);
    }

    private static WstxInputFactory factory(int mostAttributes, int longestAttribute) {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        // names come from outside: interning them would fill a table for ever
        factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MOST_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, mostAttributes);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, longestAttribute);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_DEPTH, 1);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1);
        return factory;
    }

    /** As strict, and namespaces are told apart. */
    static WstxInputFactory factoryOfEnvelopes() {
        WstxInputFactory factory = factory(MOST_ATTRIBUTES, LONGEST_ATTRIBUTE);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    private void requireDeclared(List<Charset> declarable) {
        String declared = in.getCharacterEncodingScheme();
        if (in.getVersion() != null && !in.getVersion().equals("1.0")) {
            throw unreadable("XML 1.0 expected");
        }
        if (declared != null && declarable.stream().noneMatch(c -> c.name().equalsIgnoreCase(declared))) {
            throw new Refusal(FailureCode.CHARSET_WRONG, declarable.isEmpty() ? "XML" : declarable.get(0).name(), "1");
        }
    }

    /** @throws Refusal for everything that is neither element nor text */
    Step next() {
        while (true) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    requirePlain();
                    return Step.START;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return Step.END;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    return Step.TEXT;
                }
                case XMLStreamConstants.SPACE -> {}
                case XMLStreamConstants.END_DOCUMENT -> {
                    return Step.DONE;
                }
                case XMLStreamConstants.DTD -> throw unreadable("a document type is not allowed");
                case XMLStreamConstants.COMMENT -> throw unreadable("a comment is not allowed" + where());
                default -> throw unreadable("only elements and text are allowed" + where());
            }
        }
    }

    /** A parser that stopped inside something, at what is no XML or no text, goes no further: whoever asks again hears the same. */
    private int event() {
        if (stopped != null) {
            throw stopped;
        }
        try {
            return in.hasNext() ? in.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException e) {
            stopped = unreadable(e);
            throw stopped;
        } catch (Refusal ofTheText) {
            stopped = ofTheText;
            throw ofTheText;
        }
    }

    private void requirePlain() {
        if (in.getLocalName().length() > LONGEST_NAME) {
            throw unreadable("a name is too long" + where());
        }
        if (!attributes) {
            requireNoAttributes();
        }
    }

    /** @throws Refusal when the present element has some */
    void requireNoAttributes() {
        if (in.getAttributeCount() > 0) {
            throw unreadable("the element " + Names.shown(in.getLocalName()) + " has attributes" + where());
        }
    }

    /** What names a schema and means nothing else. @throws Refusal when the present element has other attributes */
    void requireDeclarationsOnly() {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (!DECLARATION.matcher(in.getAttributeLocalName(i)).matches()) {
                requireNoAttributes();
            }
        }
    }

    int attributes() {
        return in.getAttributeCount();
    }

    String attributeName(int index) {
        return in.getAttributeLocalName(index);
    }

    String attributeText(int index) {
        return in.getAttributeValue(index);
    }

    String name() {
        return in.getLocalName();
    }

    String text() {
        return in.getText();
    }

    /** Place in the document where the present tag or text begins. */
    int start() {
        return (int) in.getLocationInfo().getStartingCharOffset();
    }

    /** Place in the document after the present tag or text. */
    int end() {
        try {
            return (int) in.getLocationInfo().getEndingCharOffset();
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    /** Line of the present tag or text, from 1. */
    long line() {
        return in.getLocation().getLineNumber();
    }

    /** How many elements are open, the present one included. */
    int depth() {
        return in.getDepth();
    }

    /** Whether the present tag is an end. */
    boolean ending() {
        return in.getEventType() == XMLStreamConstants.END_ELEMENT;
    }

    private String where() {
        return ", line " + in.getLocation().getLineNumber() + " column " + in.getLocation().getColumnNumber();
    }

    /** A message of the parser may quote the text; only its place is told, or which limit it is beyond. */
    private static Refusal unreadable(XMLStreamException e) {
        Matcher limit = LIMIT.matcher(String.valueOf(e.getMessage()));
        if (limit.matches()) {
            return unreadable("too large: " + limit.group(1).toLowerCase(Locale.ROOT) + ", at most " + limit.group(2));
        }
        return unreadable(e.getLocation() == null
                ? "not XML"
                : "not XML, line " + e.getLocation().getLineNumber() + " column "
                        + e.getLocation().getColumnNumber());
    }

    static Refusal unreadable(String why) {
        return new Refusal(FailureCode.FRAME_UNREADABLE, why);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }
}
