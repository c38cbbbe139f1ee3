package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.WireForm.DocumentForm;
import java.nio.charset.Charset;
import java.util.List;

/** What requests and answers have in common that are one XML document, signed as it stands but for the text of the signature. Thread-safe. */
final class XmlDocument {
    private final DocumentForm form;
    private final Charset charset;
    private final List<Charset> declarable;
    private final int depth;

    private final String root;

    /** @param root name of the outermost element */
    XmlDocument(DocumentForm form, String root, PartnerDescriptor partner) {
        this.root = root;
        this.form = form;
        this.charset = partner.charset();
        this.declarable = form.declares().stream().map(Charset::forName).toList();
        this.depth = partner.limits().depth();
    }

    String root() {
        return root;
    }

    XmlTop read(XmlTop top) {
        return top.read(root, declarable, depth);
    }

    /** What we declare; empty when nothing is agreed. */
    String declaration() {
        return declarable.isEmpty() ? "" : "<?xml version=\"1.0\" encoding=\"" + form.declares().get(0) + "\"?>";
    }

    byte[] signingInput(String document) {
        return document.getBytes(charset);
    }
}
