package vn.lienthong.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReadTest {
    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            <a/>                                            → {"a":""}
            <a>text</a>                                     → {"a":"text"}
            <a><![CDATA[1 < 2]]> and <!-- more --> 3</a>    → {"a":"1 < 2 and  3"}
            <a>&lt;b&gt; &amp; &#x110;</a>                  → {"a":"<b> & Đ"}
            <a><b>1</b><b>2</b><b/></a>                     → {"a":{"b":["1","2",""]}}
            <a> <b>1</b> <c>2</c> </a>                      → {"a":{"b":"1","c":"2"}}
            <a x='1'/>                                      → {"a":{"@x":"1"}}
            <a x='1'>t</a>                                  → {"a":{"@x":"1","#text":"t"}}
            <a>left <b>1</b> right</a>                      → {"a":{"b":"1","#text":"left  right"}}
            <p:a xmlns:p='urn:p' p:x='1'><b xmlns='urn:q'/></p:a> → {"a":{"@x":"1","b":""}}
            """)
    void turnsXmlIntoATree(String xml, String json) {
        assertThat(Xml.read(bytes(xml)).toString()).isEqualTo(json);
        assertThat(Xml.read(xml).toString()).isEqualTo(json);
    }

    @Test
    void readsTheElementAReaderStandsOn() throws Exception {
        var reader = XMLInputFactory.newFactory()
                .createXMLStreamReader(new StringReader("<env><body><a>1</a></body><tail/></env>"));
        while (!reader.hasName() || !reader.getLocalName().equals("a")) {
            reader.next();
        }

        assertThat(Xml.read(reader).toString()).isEqualTo("{\"a\":\"1\"}");
        assertThat(reader.isEndElement()).isTrue();
        assertThat(reader.getLocalName()).isEqualTo("a");
    }

    @Test
    void readsAWholeReader() throws Exception {
        var reader = XMLInputFactory.newFactory().createXMLStreamReader(new StringReader("<!-- c --><a>1</a>"));

        assertThat(Xml.read(reader).toString()).isEqualTo("{\"a\":\"1\"}");
    }

    @Test
    void refusesADocumentTypeOfAnothersReaderToo() throws Exception {
        var reader = XMLInputFactory.newFactory().createXMLStreamReader(new StringReader("<!DOCTYPE a><a>1</a>"));

        assertThatThrownBy(() -> Xml.read(reader))
                .isInstanceOf(UnreadableXml.class)
                .hasMessageContaining("DTD");
    }

    @Test
    void refusesBrokenXmlOfAReaderThatParsesLazily() throws Exception {
        var reader = XMLInputFactory.newFactory().createXMLStreamReader(new StringReader("<a>text &unknown; </a>"));

        assertThatThrownBy(() -> Xml.read(reader)).isInstanceOf(UnreadableXml.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1258"})
    void readsTheEncodingThatIsDeclared(String encoding) {
        var xml = "<?xml version='1.0' encoding='%s'?><a>Đoàn Âu Cơ</a>".formatted(encoding);

        assertThat(Trees.read(xml.getBytes(Charset.forName(encoding))).get("a").asText())
                .isEqualTo("Đoàn Âu Cơ");
    }

    @Test
    void skipsAByteOrderMark() {
        assertThat(Xml.read(bytes("\uFEFF<?xml version='1.0'?><a/>")).has("a")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
                "<!DOCTYPE a><a/>"
            })
    void refusesADocumentType(String xml) {
        assertThatThrownBy(() -> Xml.read(bytes(xml)))
                .isInstanceOf(UnreadableXml.class)
                .hasMessage("a document type (DTD) is not allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            junk<?xml version='1.0'?><a/>          → something stands before the XML
            junk<a/>                               → something stands before the XML
            '\n<?xml version="1.0"?><a/>'          → blanks stand before the XML declaration
            ''                                     → empty
            '  '                                   → empty
            <a>                                    → not XML at line 1, column 3
            <a>&unknown;</a>                       → not XML at line 1
            <a/><b/>                               → not XML at line 1
            <a/>junk                               → not XML at line 1
            <a><?xml version="1.0"?></a>           → not XML at line 1
            <p:a/>                                 → not XML at line 1
            <a x='1' x='2'/>                       → not XML at line 1
            <a>&#0;</a>                            → not XML at line 1
            """)
    void saysWhereItIsNoXml(String xml, String message) {
        assertThatThrownBy(() -> Xml.read(bytes(xml)))
                .isInstanceOf(UnreadableXml.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void neverQuotesContent() {
        assertThatThrownBy(() -> Xml.read(bytes("<a>030085000000 &Mẫu; </a>")))
                .isInstanceOf(UnreadableXml.class)
                .hasMessageNotContainingAny("030085000000", "Mẫu");
    }

    @Test
    void refusesBrokenUtf8() {
        assertThatThrownBy(() -> Xml.read(new byte[] {'<', 'a', '>', (byte) 0xC3, (byte) 0x28, '<', '/', 'a', '>'}))
                .isInstanceOf(UnreadableXml.class);
    }

    @Test
    void boundsTheDepth() {
        assertThat(Xml.read(nested(XmlReader.MAX_DEPTH)).has("a")).isTrue();
        assertThatThrownBy(() -> Xml.read(nested(XmlReader.MAX_DEPTH + 1))).isInstanceOf(UnreadableXml.class);
    }

    @Test
    void boundsTheDepthOfAnothersReaderToo() throws Exception {
        var reader =
                XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(nested(XmlReader.MAX_DEPTH + 1)));

        assertThatThrownBy(() -> Xml.read(reader)).hasMessage("more than 64 levels of elements");
    }

    @Test
    void boundsTheAttributesOfAnElement() {
        assertThat(Xml.read(attributes(XmlReader.MAX_ATTRIBUTES)).get("a")).hasSize(XmlReader.MAX_ATTRIBUTES);
        assertThatThrownBy(() -> Xml.read(attributes(XmlReader.MAX_ATTRIBUTES + 1)))
                .isInstanceOf(UnreadableXml.class);
    }

    @Test
    void boundsTheNumberOfElements() {
        var xml = "<a>" + "<b/>".repeat(XmlReader.MAX_ELEMENTS) + "</a>";

        assertThatThrownBy(() -> Xml.read(bytes(xml))).hasMessage("more than 200000 elements");
    }

    @Test
    void boundsTheSize() {
        var xml = "<a>" + " ".repeat(Xml.MAX_BYTES) + "</a>";

        assertThatThrownBy(() -> Xml.read(bytes(xml))).hasMessage("XML of more than 16777216 bytes");
        assertThatThrownBy(() -> Xml.read(xml)).hasMessage("XML of more than 16777216 bytes");
    }

    private static String nested(int depth) {
        return "<a>".repeat(depth) + "</a>".repeat(depth);
    }

    private static String attributes(int count) {
        var xml = new StringBuilder("<a");
        for (int i = 0; i < count; i++) {
            xml.append(" a").append(i).append("='1'");
        }
        return xml.append("/>").toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
