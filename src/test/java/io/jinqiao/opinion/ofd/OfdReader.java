package io.jinqiao.opinion.ofd;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Opens a package as a reader does, from nothing but its bytes: follows the paths, sets the text in the embedded font, draws. */
final class OfdReader {
    private static final String OFD = "http://www.ofdspec.org/2016";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    OfdReader(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    Map<String, byte[]> files() {
        return files;
    }

    Document xml(String path) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(files.get(path)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(path, e);
        }
    }

    static List<Element> all(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS(OFD, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    static String text(Document document, String name) {
        return all(document, name).get(0).getTextContent();
    }

    /** All words on the pages. */
    String words() throws IOException {
        StringBuilder words = new StringBuilder();
        for (String path : files.keySet()) {
            if (path.endsWith("Content.xml")) {
                all(xml(path), "TextCode").forEach(code -> words.append(code.getTextContent()));
            }
        }
        return words.toString();
    }

    /** @param page from 0 */
    BufferedImage draw(int page, int dotsPerInch, byte[] sealPng) throws IOException {
        Element entry = all(xml("Doc_0/Document.xml"), "Page").get(page);
        double[] box = numbers(text(xml("Doc_0/Document.xml"), "PhysicalBox"));
        double scale = dotsPerInch / 25.4;
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(box[2] * scale), (int) Math.ceil(box[3] * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(scale, scale);
        Document content = xml("Doc_0/" + entry.getAttribute("BaseLoc"));
        NodeList objects = content.getElementsByTagNameNS(OFD, "Layer").item(0).getChildNodes();
        Font font = font();
        for (int i = 0; i < objects.getLength(); i++) {
            object((Element) objects.item(i), g, font);
        }
        stamps(entry.getAttribute("ID"), g, sealPng);
        g.dispose();
        return image;
    }

    private Font font() throws IOException {
        Document resources = xml("Doc_0/PublicRes.xml");
        String folder = resources.getDocumentElement().getAttribute("BaseLoc");
        try {
            byte[] file = files.get("Doc_0/" + folder + "/" + text(resources, "FontFile"));
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file)).deriveFont(100f);
        } catch (FontFormatException e) {
            throw new IOException(e);
        }
    }

    private static void object(Element object, Graphics2D page, Font font) {
        double[] box = numbers(object.getAttribute("Boundary"));
        Graphics2D g = (Graphics2D) page.create();
        g.translate(box[0], box[1]);
        g.clip(new Rectangle2D.Double(0, 0, box[2], box[3]));
        if (object.hasAttribute("CTM")) {
            g.transform(new AffineTransform(numbers(object.getAttribute("CTM"))));
        }
        if (object.getLocalName().equals("TextObject")) {
            text(object, g, font);
        } else {
            Shape path = path(child(object, "AbbreviatedData").getTextContent());
            if ("true".equals(object.getAttribute("Fill"))) {
                g.setColor(colour(child(object, "FillColor")));
                g.fill(path);
            } else {
                g.setColor(colour(child(object, "StrokeColor")));
                g.setStroke(new BasicStroke(Float.parseFloat(object.getAttribute("LineWidth")), BasicStroke.CAP_BUTT, 0));
                g.draw(path);
            }
        }
        g.dispose();
    }

    private static void text(Element object, Graphics2D g, Font font) {
        Element code = child(object, "TextCode");
        double size = Double.parseDouble(object.getAttribute("Size"));
        double x = Double.parseDouble(code.getAttribute("X"));
        double y = Double.parseDouble(code.getAttribute("Y"));
        int[] characters = code.getTextContent().codePoints().toArray();
        double[] advances = advances(code.getAttribute("DeltaX"), characters.length);
        g.setColor(colour(child(object, "FillColor")));
        for (int i = 0; i < characters.length; i++) {
            GlyphVector glyph = font.createGlyphVector(g.getFontRenderContext(), Character.toString(characters[i]));
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.scale(size / 100, size / 100);
            Shape outline = place.createTransformedShape(glyph.getOutline());
            g.fill(outline);
            if ("true".equals(object.getAttribute("Stroke"))) {
                g.setStroke(new BasicStroke(Float.parseFloat(object.getAttribute("LineWidth"))));
                g.draw(outline);
            }
            x += advances[i];
        }
    }

    static double[] advances(String delta, int characters) {
        double[] advances = new double[characters];
        StringTokenizer words = new StringTokenizer(delta);
        for (int i = 0; words.hasMoreTokens(); ) {
            String word = words.nextToken();
            int count = 1;
            if (word.equals("g")) {
                count = Integer.parseInt(words.nextToken());
                word = words.nextToken();
            }
            for (int n = 0; n < count; n++) {
                advances[i++] = Double.parseDouble(word);
            }
        }
        return advances;
    }

    private void stamps(String pageId, Graphics2D page, byte[] png) throws IOException {
        BufferedImage seal = ImageIO.read(new ByteArrayInputStream(png));
        for (Element stamp : all(xml("Doc_0/Signs/Sign_0/Signature.xml"), "StampAnnot")) {
            if (stamp.getAttribute("PageRef").equals(pageId)) {
                double[] box = numbers(stamp.getAttribute("Boundary"));
                Graphics2D g = (Graphics2D) page.create();
                g.translate(box[0], box[1]);
                double[] clip = stamp.hasAttribute("Clip")
                        ? numbers(stamp.getAttribute("Clip"))
                        : new double[] {0, 0, box[2], box[3]};
                g.clip(new Rectangle2D.Double(clip[0], clip[1], clip[2], clip[3]));
                int side = (int) Math.round(box[2] * page.getTransform().getScaleX());
                java.awt.Image small = seal.getScaledInstance(side, side, java.awt.Image.SCALE_AREA_AVERAGING);
                g.drawImage(small, AffineTransform.getScaleInstance(box[2] / side, box[3] / side), null);
                g.dispose();
            }
        }
    }

    private static Shape path(String data) {
        Path2D path = new Path2D.Double();
        StringTokenizer words = new StringTokenizer(data);
        while (words.hasMoreTokens()) {
            switch (words.nextToken()) {
                case "M" -> path.moveTo(next(words), next(words));
                case "L" -> path.lineTo(next(words), next(words));
                case "Q" -> path.quadTo(next(words), next(words), next(words), next(words));
                case "B" -> path.curveTo(
                        next(words), next(words), next(words), next(words), next(words), next(words));
                case "C" -> path.closePath();
                default -> throw new IllegalArgumentException(data);
            }
        }
        return path;
    }

    private static double next(StringTokenizer words) {
        return Double.parseDouble(words.nextToken());
    }

    private static Color colour(Element element) {
        double[] rgb = numbers(element.getAttribute("Value"));
        return new Color((int) rgb[0], (int) rgb[1], (int) rgb[2]);
    }

    private static Element child(Element parent, String name) {
        return (Element) parent.getElementsByTagNameNS(OFD, name).item(0);
    }

    static double[] numbers(String text) {
        return java.util.Arrays.stream(text.trim().split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
