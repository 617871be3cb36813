package io.parcours.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A folder that is nowhere, for tests that go through thousands of them. */
final class MemoryStore implements OutputStore {
    private final SortedMap<String, String> files = new TreeMap<>();
    private final SortedSet<String> folders = new TreeSet<>();

    @Override
    public String location() {
        return "memory";
    }

    @Override
    public String child(String path) {
        return "memory/" + OutputPaths.checked(path);
    }

    @Override
    public boolean exists(String path) {
        return files.containsKey(path) || folders.contains(path);
    }

    @Override
    public List<String> files(String folder) {
        return childrenOf(folder, files.keySet());
    }

    @Override
    public List<String> folders(String folder) {
        return childrenOf(folder, folders);
    }

    @Override
    public List<String> ownFolders(String folder) {
        return folders(folder);
    }

    @Override
    public long bytes(String folder) {
        return below(folder, files.keySet()).stream()
                .mapToLong(file -> files.get(file).length())
                .sum();
    }

    @Override
    public void createFolders(String folder) {
        for (int end = folder.indexOf('/'); end > 0; end = folder.indexOf('/', end + 1)) {
            folders.add(folder.substring(0, end));
        }
        folders.add(OutputPaths.checked(folder));
    }

    @Override
    public void move(String from, String to) {
        if (!exists(from) || folders.contains(to)) {
            throw new OutputException("cannot rename " + from + " to " + to);
        }
        createFolders(to.substring(0, Math.max(1, to.lastIndexOf('/'))));
        if (files.containsKey(from)) {
            files.put(to, files.remove(from));
            return;
        }
        for (String path : below(from, files.keySet())) {
            files.put(to + path.substring(from.length()), files.remove(path));
        }
        for (String path : below(from, folders)) {
            folders.remove(path);
            folders.add(to + path.substring(from.length()));
        }
        folders.remove(from);
        folders.add(to);
    }

    @Override
    public void setAside(String folder, String aside) {
        delete(aside);
        move(folder, aside);
    }

    @Override
    public void delete(String path) {
        below(path, files.keySet()).forEach(files::remove);
        below(path, folders).forEach(folders::remove);
        files.remove(path);
        folders.remove(path);
    }

    @Override
    public Optional<String> read(String path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public void write(String path, String text) {
        if (path.contains("/")) {
            createFolders(path.substring(0, path.lastIndexOf('/')));
        }
        files.put(OutputPaths.checked(path), text);
    }

    @Override
    public void sync(String path) {}

    @Override
    public void checkReplaceable(String path) {}

    @Override
    public Lock lock(String owner) {
        return () -> {};
    }

    private static List<String> below(String folder, Iterable<String> paths) {
        List<String> below = new ArrayList<>();
        paths.forEach(path -> {
            if (path.startsWith(folder + "/")) {
                below.add(path);
            }
        });
        return below;
    }

    private static List<String> childrenOf(String folder, Iterable<String> paths) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        List<String> children = new ArrayList<>();
        paths.forEach(path -> {
            if (path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0) {
                children.add(path.substring(prefix.length()));
            }
        });
        children.sort(Comparator.naturalOrder());
        return children;
    }
}
