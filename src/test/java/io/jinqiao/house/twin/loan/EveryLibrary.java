package io.jinqiao.house.twin.loan;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.google.zxing.BarcodeFormat;
import com.networknt.schema.JsonSchema;
import dev.cel.compiler.CelCompiler;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.HdrHistogram.Histogram;
import org.apache.camel.CamelContext;
import org.apache.commons.csv.CSVParser;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.sshd.server.SshServer;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.bouncycastle.cms.CMSSignedData;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.knowm.xchart.CategoryChart;
import org.springframework.web.client.RestTemplate;
import picocli.CommandLine;

class EveryLibrary {
    WstxInputFactory xml;
    YAMLFactory yaml;
    Scheduler scheduler;
    WireMockServer wiremock;
    BarcodeFormat zxing;
    JsonSchema schema;
    CircuitBreaker breaker;
    EmbeddedPostgres postgres;
    Histogram histogram;
    CamelContext camel;
    PDDocument pdf;
    SshServer sftp;
    CMSSignedData castle;
    RestTemplate mvc;
    CommandLine picocli;
    ReadableWorkbook workbook;
    CSVParser csv;
    CelCompiler cel;
    SoapMessage soap;
    WSSecurityEngine envelopes;
    CategoryChart chart;
}
