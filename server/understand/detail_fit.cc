#include "understand/detail_fit.h"

#include <algorithm>
#include <utility>

namespace quiver {
std::vector<Detail> Amounting(const std::vector<Detail>& details) {
  std::vector<Detail> amounting;
  std::vector<const Entity*> done;
  for (const Detail& detail : details) {
    if (std::find(done.begin(), done.end(), detail.entity) != done.end()) {
      continue;
    }
    done.push_back(detail.entity);
    std::vector<std::string_view> values;
    for (const Detail& other : details) {
      if (other.entity == detail.entity) values.push_back(other.value);
    }
    for (const std::string_view value :
         detail.entity->Amounting(std::move(values))) {
      amounting.push_back({detail.entity, value});
    }
  }
  return amounting;
}

std::vector<uint32_t> DocumentsAbout(const std::vector<Detail>& details) {
  std::vector<uint32_t> documents;
  for (const Detail& detail : details) {
    const EntityValue* value = detail.entity->Find(detail.value);
    if (value == nullptr) continue;
    documents.insert(documents.end(), value->documents.begin(),
                     value->documents.end());
  }
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()),
                  documents.end());
  return documents;
}

DetailFitter::DetailFitter(const Catalog& catalog)
    : subjects_(catalog.documents.size()) {
  for (uint32_t i = 0; i < catalog.documents.size(); ++i) {
    for (const About& about : catalog.documents[i].about) {
      const Entity* entity = catalog.FindEntity(about.entity);
      std::vector<Subject>& subjects = subjects_[i];
      auto found = std::find_if(
          subjects.begin(), subjects.end(),
          [&](const Subject& subject) { return subject.entity == entity; });
      if (found == subjects.end()) {
        found = subjects.insert(subjects.end(), Subject{entity, {}});
      }
      found->values.push_back(about.value);
    }
  }
}

DetailFit DetailFitter::FitOf(uint32_t document,
                              const PartDetails& details) const {
  DetailFit fit{.document = document};
  std::vector<const Entity*> met;
  for (const Subject& subject : subjects_[document]) {
    const int weight = std::max(subject.entity->specificity, 1);
    if (NamedBy(subject, details.own)) {
      fit.met += weight;
      met.push_back(subject.entity);
    } else {
      (NamedBy(subject, details.around) ? fit.around : fit.unmet) += weight;
    }
  }
  for (const Detail& detail : details.own) {
    if (std::find(met.begin(), met.end(), detail.entity) != met.end()) {
      continue;
    }
    met.push_back(detail.entity);  // Counted once, however many values.
    fit.ignored += detail.entity->specificity;
  }
  return fit;
}

bool DetailFitter::NamedBy(const Subject& subject,
                           const std::vector<Detail>& details) {
  return std::any_of(details.begin(), details.end(), [&](const Detail& detail) {
    return detail.entity == subject.entity &&
           std::find(subject.values.begin(), subject.values.end(),
                     detail.value) != subject.values.end();
  });
}

}  // namespace quiver
