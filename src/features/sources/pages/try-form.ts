import type { Context } from "../../../platform/context.ts";
import { checkDeclaration, type DeclarationForm } from "../check-declaration.ts";
import { getSourceReference, UnfitSource } from "../service.ts";
import type { SourceDeclaration } from "../source.ts";

/** A declaration that is only tried may lack what does not matter to its reading. Throws UnfitSource. */
export async function checkForTrial(context: Context, values: DeclarationForm): Promise<SourceDeclaration> {
  const { bodies, regions } = await getSourceReference(context);
  const known = { bodies: new Set(bodies.map(({ id }) => id)), regions: new Set(regions.map(({ id }) => id)) };
  const fill = (value: string, standIn: string) => (value.trim() === "" ? standIn : value);
  const { declaration, problems } = checkDeclaration(
    {
      ...values,
      id: fill(values.id, "trial"),
      body: fill(values.body, bodies[0]?.id ?? ""),
      tier: values.region.trim() === "" ? "central" : values.tier,
      "name.ja": fill(values["name.ja"], "-"),
      "name.zh": fill(values["name.zh"], "-"),
      "name.en": fill(values["name.en"], "-"),
    },
    known,
  );
  if (problems) throw new UnfitSource(problems);
  return declaration;
}
