import { type Wording, Words } from "./words.tsx";

export interface DownloadGroup {
  key: string;
  /** for whom: 「印刷して使う」 */
  title: Wording;
  text?: string;
  files: DownloadFile[];
}

export interface DownloadFile {
  href: string;
  /** 「Excel」 */
  format: string;
  /** what the reader gets, in a few words; 「12 KB」 where it is known */
  detail?: string;
}

/** The forms in which something can be taken away, by what they are good for. */
export function Downloads({ groups }: { groups: readonly DownloadGroup[] }) {
  return (
    <div class="downloads">
      {groups.map(({ key, title, text, files }) => (
        <div key={key} class="download-group">
          <h3>
            <Words value={title} />
          </h3>
          {text !== undefined && <p>{text}</p>}
          <ul>
            {files.map((file) => (
              <li key={file.href}>
                {/* Files keep their place in the browser's history: no new page, no script. */}
                <a class="download" href={file.href} rel="nofollow">
                  <span class="download-format">{file.format}</span>
                  {file.detail !== undefined && <span class="download-detail">{file.detail}</span>}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
