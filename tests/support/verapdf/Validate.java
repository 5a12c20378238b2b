import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Holds PDF files against the published rules of PDF/A and PDF/UA, as veraPDF states them.
 *
 * <p>Arguments: the standards, such as {@code ua1,3a}, then the files. For each file and standard one line says
 * {@code ok} or {@code fails} with the numbers of rules and of checks made; each rule that was broken follows with how
 * often, what it says and the first place.
 * Ends with 0 if every file meets every standard, with 1 if not, with 2 if a file could not be read.
 *
 * <p>The rules lie in the library as XML. Its own reader for them needs a library that it is not packed with, so they are
 * read with the parser that comes with Java.
 */
final class Validate {
    private static final String RULES = "org/verapdf/pdfa/validation/";

    private Validate() {}

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        int end = 0;
        for (String standard : arguments[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.fromString(standard);
            ValidationProfile rules = rules(flavour);
            for (int at = 1; at < arguments.length; at++) {
                end = Math.max(end, validate(new File(arguments[at]), standard, flavour, rules));
            }
        }
        System.exit(end);
    }

    private static int validate(File file, String standard, PDFAFlavour flavour, ValidationProfile rules) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
            ValidationResult result = Foundries.defaultInstance().createValidator(rules, false).validate(parser);
            System.out.printf(
                    "%s %s %s: %d rules, %d checks%n",
                    result.isCompliant() ? "ok" : "fails",
                    standard,
                    file.getName(),
                    rules.getRules().size(),
                    result.getTotalAssertions());
            Map<String, Integer> times = new TreeMap<>();
            Map<String, String> first = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    RuleId rule = assertion.getRuleId();
                    String name = rule.getClause() + "-" + rule.getTestNumber();
                    times.merge(name, 1, Integer::sum);
                    first.putIfAbsent(name, assertion.getMessage() + " At " + assertion.getLocation().getContext());
                }
            }
            times.forEach((name, count) -> System.out.printf("  %s, %d times: %s%n", name, count, first.get(name)));
            return result.isCompliant() ? 0 : 1;
        } catch (Exception error) {
            System.out.printf("unread %s %s: %s%n", standard, file.getName(), error);
            return 2;
        }
    }

    private static ValidationProfile rules(PDFAFlavour flavour) throws Exception {
        String name = flavour.name().replaceFirst("^PDFA_(\\d)_(\\w)$", "PDFA-$1$2").replaceFirst("^PDFUA_1$", "PDFUA-1");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root;
        try (InputStream in = Profiles.class.getClassLoader().getResourceAsStream(RULES + name + ".xml")) {
            if (in == null) {
                throw new IOException("There are no rules for " + name + ".");
            }
            root = factory.newDocumentBuilder().parse(in).getDocumentElement();
        }
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element rule : children(child(root, "rules"), "rule")) {
            rules.add(rule(rule));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element variable : children(child(root, "variables"), "variable")) {
            variables.add(
                    Profiles.variableFromValues(
                            variable.getAttribute("name"),
                            variable.getAttribute("object"),
                            text(variable, "defaultValue"),
                            text(variable, "value")));
        }
        return Profiles.profileFromValues(
                flavour,
                Profiles.profileDetailsFromValues(flavour.getId(), "", "", new Date(0)),
                "",
                rules,
                variables);
    }

    private static Rule rule(Element rule) {
        Element id = child(rule, "id");
        RuleId number =
                Profiles.ruleIdFromValues(
                        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"),
                        Integer.parseInt(id.getAttribute("testNumber")));
        Element error = child(rule, "error");
        List<ErrorArgument> details = new ArrayList<>();
        for (Element detail : children(child(error, "arguments"), "argument")) {
            String name = detail.hasAttribute("name") ? detail.getAttribute("name") : null;
            details.add(ErrorArgumentImpl.fromValues(detail.getTextContent(), name, null));
        }
        ErrorDetails message = Profiles.errorFromValues(text(error, "message"), details);
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(
                number,
                rule.getAttribute("object"),
                deferred,
                rule.getAttribute("tags"),
                text(rule, "description"),
                text(rule, "test"),
                message,
                new ArrayList<>());
    }

    private static Element child(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node at = parent == null ? null : parent.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? "" : found.getTextContent();
    }
}
