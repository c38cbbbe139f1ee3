package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Where the signature of a document with a head stands, and which bytes it is over: {@code document}, the document as it stands but for the text
 * of the signature; {@code legacy}, the document with number and signature together made an empty number, so that the number is not signed;
 * {@code outside}, nothing here, since the signature is around the document. Thread-safe.
 */
abstract class HeadSignature {
    private static final String LINE = "\r\n";

    final String name;
    final Charset charset;

    private HeadSignature(String name, Charset charset) {
        this.name = name;
        this.charset = charset;
    }

    /** @param before what is written before the signature @param after what is written after it */
    record Written(String before, String after, byte[] input) {}

    static HeadSignature of(Profile profile, String number, String name, Charset charset) {
        return switch (profile.over()) {
            case DOCUMENT -> new OverDocument(name, charset);
            case LEGACY -> new Legacy(number, name, charset);
            case OUTSIDE -> new Outside(name, charset);
        };
    }

    /** @throws Refusal when the document was laid out in another way since it was signed */
    abstract byte[] input(HeadTop top);

    abstract Written write(String start, String number, String rest);

    @Nullable String text(HeadTop top) {
        String text = top.texts().get(name);
        return text == null || text.isEmpty() ? null : text;
    }

    private static final class OverDocument extends HeadSignature {
        OverDocument(String name, Charset charset) {
            super(name, charset);
        }

        @Override
        byte[] input(HeadTop top) {
            return top.without(name).getBytes(charset);
        }

        @Override
        Written write(String start, String number, String rest) {
            String before = start + number + "<" + name + ">";
            String after = "</" + name + ">" + rest;
            return new Written(before, after, (before + after).getBytes(charset));
        }
    }

    private static final class Legacy extends HeadSignature {
        private final String empty;
        private final String number;

        Legacy(String number, String name, Charset charset) {
            super(name, charset);
            this.number = number;
            this.empty = "<" + number + "></" + number + ">";
        }

        /** The signature stands directly after the number, on a line of its own: a transport may have lost the line end or half of it, nothing else. */
        @Override
        byte[] input(HeadTop top) {
            XmlTop.Place id = top.place(number);
            XmlTop.Place signature = top.place(name);
            if (id == null || signature == null) {
                return top.document().getBytes(charset);
            }
            String document = top.document();
            String between = id.to() <= signature.from() ? document.substring(id.to(), signature.from()) : name;
            boolean plain = document.substring(id.from(), id.to()).equals("<" + number + ">" + top.texts().get(number) + "</" + number + ">")
                    && document.substring(signature.from(), signature.to()).equals("<" + name + ">" + top.texts().get(name) + "</" + name + ">");
            if (!plain || !(between.isEmpty() || between.equals(LINE) || between.equals("\n"))) {
                throw new Refusal(FailureCode.SIGNATURE_LAYOUT, name);
            }
            return (document.substring(0, id.from()) + empty + document.substring(signature.to())).getBytes(charset);
        }

        @Override
        Written write(String start, String id, String rest) {
            return new Written(start + id + LINE + "<" + name + ">", "</" + name + ">" + rest, (start + empty + rest).getBytes(charset));
        }
    }

    private static final class Outside extends HeadSignature {
        Outside(String name, Charset charset) {
            super(name, charset);
        }

        @Override
        byte[] input(HeadTop top) {
            return top.document().getBytes(charset);
        }

        @Override
        @Nullable String text(HeadTop top) {
            return null;
        }

        @Override
        Written write(String start, String number, String rest) {
            return new Written(start + number + rest, "", (start + number + rest).getBytes(charset));
        }
    }
}
