package plantao.runbook.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plantao.runbook.ProbeSpec;
import plantao.runbook.ProbeSpec.Subject;
import plantao.runbook.Service;
import plantao.runbook.Vendor;
import plantao.runbook.text.Words;

/// What `console.yaml` measures and the text does not name stands behind what it names: who measures something
/// wants to see it.
final class ConfiguredMetrics {
    private ConfiguredMetrics() {}

    static List<Service> services(List<Service> written, List<ProbeSpec> probes) {
        Stream<Service> added = unnamed(Subject.SERVICE, written.stream().map(Service::name), probes)
                .map(p -> new Service(
                        p.subject(),
                        null,
                        p.kind().equals("http") ? p.settings().get("url") : null,
                        null,
                        null,
                        null,
                        p.origin()));
        return Stream.concat(written.stream(), added).toList();
    }

    static List<Vendor> vendors(List<Vendor> written, List<ProbeSpec> probes) {
        Stream<Vendor> added = unnamed(Subject.VENDOR, written.stream().map(Vendor::name), probes)
                .map(p -> new Vendor(p.subject(), null, p.settings().get("url"), null, p.origin()));
        return Stream.concat(written.stream(), added).toList();
    }

    private static Stream<ProbeSpec> unnamed(Subject of, Stream<String> named, List<ProbeSpec> probes) {
        Set<Set<String>> known = named.map(ConfiguredMetrics::words).collect(Collectors.toSet());
        return probes.stream().filter(p -> p.of() == of && known.add(words(p.subject())));
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Words.tokens(Words.key(name)));
    }
}
