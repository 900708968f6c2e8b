package org.pinklang.api;

/** A strategy of the build as users compose it. */
record BuiltInResolver(org.pinklang.modules.resolve.ManifestResolver resolver)
    implements ManifestResolver {

  @Override
  public Answer resolve(Request request) {
    return new Answer(resolver.resolve(request.request()));
  }
}
