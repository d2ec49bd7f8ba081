package vn.lienthong.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.json.Json;

class XmlWriteTest {
    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            {"a":""}                            → <a/>
            {"a":"1 < 2 & \\"Đ\\" ]]>"}         → <a>1 &lt; 2 &amp; "Đ" ]]&gt;</a>
            {"a":{"b":["1",2,true,""],"c":null}} → <a><b>1</b><b>2</b><b>true</b><b/></a>
            {"a":{"b":"x","@i":"<\\"&'","#text":"t"}} → <a i="&lt;&quot;&amp;'"><b>x</b>t</a>
            {"a":{"n":1E+3,"d":0.10}}           → <a><n>1000</n><d>0.1</d></a>
            {"p:a":{"@xmlns:p":"urn:p","p:b":{"@p:i":"1","@xml:lang":"vi"}}} → <p:a xmlns:p="urn:p"><p:b p:i="1" xml:lang="vi"/></p:a>
            {"a":{"@xmlns":"urn:q","b":{"@xmlns":"","c":"1"}}} → <a xmlns="urn:q"><b xmlns=""><c>1</c></b></a>
            """)
    void turnsATreeIntoXml(String json, String xml) {
        assertThat(Xml.text(tree(json))).isEqualTo(xml);
        assertThat(new String(Xml.write(tree(json)), StandardCharsets.UTF_8))
                .isEqualTo("<?xml version='1.0' encoding='UTF-8'?>" + xml);
    }

    @Test
    void keepsTheOrderOfKeys() {
        assertThat(Xml.text(tree("{\"r\":{\"z\":\"1\",\"a\":\"2\",\"m\":\"3\"}}")))
                .isEqualTo("<r><z>1</z><a>2</a><m>3</m></r>");
    }

    @Test
    void readsBackWhatItWrote() {
        var tree =
                tree("{\"a\":{\"@i\":\" tab\\t line\\n return\\r <&>\\\"' \",\"b\":\" \\t\\n\\r <&> Đặng 😀 ]]> \"}}");

        assertThat(Xml.read(Xml.write(tree))).isEqualTo(tree);
        assertThat(Xml.read(Xml.text(tree))).isEqualTo(tree);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0008", "\\u001f", "\\ufffe", "\\uffff", "\\ud800", "\\udc00", "\\ud800x"})
    void refusesACharacterThatXmlHasNot(String character) {
        assertThatThrownBy(() -> Xml.text(tree("{\"a\":{\"b\":\"Mẫu" + character + "\"}}")))
                .isInstanceOf(UnwritableXml.class)
                .hasMessage("a character that XML does not allow, at b");
        assertThatThrownBy(() -> Xml.text(tree("{\"a\":{\"@b\":\"Mẫu" + character + "\"}}")))
                .isInstanceOf(UnwritableXml.class)
                .hasMessage("a character that XML does not allow, at @b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            {}                        → an XML document is an object with one key, its root element
            []                        → an XML document is an object with one key, its root element
            {"a":"1","b":"2"}         → an XML document is an object with one key, its root element
            {"a":["1","2"]}           → an XML document has one root element
            {"a":{"b":[["1"]]}}       → an array within an array, at element b
            {"a":{"@b":{}}}           → text expected at @b
            {"a":{"#text":[]}}        → text expected at a
            {"p:a":"1"}               → the prefix p has no namespace
            {"a":{"@p:b":"1"}}        → the prefix p has no namespace
            {"a b":"1"}               → a name that XML does not allow
            {"1a":"1"}                → a name that XML does not allow
            {"a><b":"1"}              → a name that XML does not allow
            {"a":{"@b='1' c":"1"}}    → a name that XML does not allow
            {"":"1"}                  → a name that XML does not allow
            """)
    void refusesATreeThatIsNoDocument(String json, String message) {
        assertThatThrownBy(() -> Xml.write(tree(json)))
                .isInstanceOf(UnwritableXml.class)
                .hasMessage(message);
    }

    private static JsonNode tree(String json) {
        return Json.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
