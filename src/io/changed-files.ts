import { isIgnoredPath } from "../addresses/ignored-names.ts";
import { type ContentFiles, filesOnDisk } from "./content-files.ts";
import { ContentFolderError } from "./content-folder-error.ts";
import { type GitFolder, gitFolder } from "./git.ts";
import { answered, type Changes, fieldsOf, filesInTree } from "./staged-files.ts";

/**
 * What was changed in a content folder since a revision, whether it is committed or not, and files that git does not know yet. Where
 * history has gone on in that revision meanwhile, it counts from where the two parted. Throws `ContentFolderError` where there is no
 * repository or no such revision.
 */
export function filesChangedSince(folder: string, revision: string): Changes {
  const repository = gitFolder(folder);
  const { run, prefix } = repository;
  const commit = commitOf(repository, revision);
  const base = run(["merge-base", commit, "HEAD"])?.toString("latin1").trim() || commit;
  const options = ["--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=none"];
  const known = fieldsOf(answered(run(["diff", ...options, base, "--"])));
  const unknown = fieldsOf(answered(run(["ls-files", "--others", "--exclude-standard", "-z"])));
  const changed = [...known, ...unknown].flatMap(({ text: path }) =>
    path.startsWith(prefix) ? [path.slice(prefix.length).normalize("NFC")] : [],
  );
  return {
    files: filesOnDisk(folder),
    before: () => filesInTree(repository, folder, base, () => {}),
    changed: [...new Set(changed)].filter((path) => !isIgnoredPath(path)),
  };
}

/** The files of a content folder as they were in a revision. Throws `ContentFolderError` where there is no such revision. */
export function filesOfRevision(folder: string, revision: string): ContentFiles {
  const repository = gitFolder(folder);
  return filesInTree(repository, folder, commitOf(repository, revision), () => {});
}

/** Whether one revision came before another, or the files as they are on disk, which no revision names. */
export function isBefore(folder: string, one: string, other: string | undefined): boolean {
  const repository = gitFolder(folder);
  const [first, second] = [one, other ?? "HEAD"].map((revision) => commitOf(repository, revision));
  if (first === undefined || second === undefined) return false;
  if (first === second) return other === undefined;
  return repository.run(["merge-base", "--is-ancestor", first, second]) !== undefined;
}

function commitOf({ run }: GitFolder, revision: string): string {
  const found = run(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  const commit = found?.toString("latin1").trim();
  if (commit !== undefined && commit !== "") return commit;
  if (run(["rev-parse", "--verify", "--quiet", "HEAD"]) === undefined)
    throw new ContentFolderError(
      "git has no commit here yet, so nothing is older than what is there now: make the first with git commit",
    );
  throw new ContentFolderError(
    `git knows no revision ${revision}: name a branch, a tag or a commit that git log shows (a CI must fetch it first)`,
  );
}
